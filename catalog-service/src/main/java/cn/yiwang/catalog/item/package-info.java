/** Business items and the versions of their guides, from draft to published to superseded. */
@NullMarked
package cn.yiwang.catalog.item;

import org.jspecify.annotations.NullMarked;
