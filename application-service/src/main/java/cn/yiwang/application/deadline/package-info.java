/** When each waiting status is due, by the law's figures, the pinned guide and the working calendar. */
@NullMarked
package cn.yiwang.application.deadline;

import org.jspecify.annotations.NullMarked;
