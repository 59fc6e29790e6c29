/** The life of a work order (工单): its statuses, what can happen to it, and the one table of both. */
@NullMarked
package cn.yiwang.complaint.lifecycle;

import org.jspecify.annotations.NullMarked;
