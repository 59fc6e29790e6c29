/** The rules that a guide keeps before it is published, and by which it is judged afterwards. */
@NullMarked
package cn.yiwang.catalog.rule;

import org.jspecify.annotations.NullMarked;
