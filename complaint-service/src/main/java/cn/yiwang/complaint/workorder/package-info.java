/** Work orders (工单): filed, dispatched, answered, called back and closed; who may see them, and how they are kept. */
@NullMarked
package cn.yiwang.complaint.workorder;

import org.jspecify.annotations.NullMarked;
