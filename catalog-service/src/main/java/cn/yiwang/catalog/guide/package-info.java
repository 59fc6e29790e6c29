/** What a guide says (办事指南) and the rules that it has to keep before it is published. */
@NullMarked
package cn.yiwang.catalog.guide;

import org.jspecify.annotations.NullMarked;
