/** One thing at a time (一件事): several items that a person does as one, with each material once and the steps in their order. */
@NullMarked
package cn.yiwang.catalog.onething;

import org.jspecify.annotations.NullMarked;
