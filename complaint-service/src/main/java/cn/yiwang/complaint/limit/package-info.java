/** How long a body has to handle a work order, as dated rules with their source. */
@NullMarked
package cn.yiwang.complaint.limit;

import org.jspecify.annotations.NullMarked;
