/** What waits for a member of staff, sorted by due date. */
@NullMarked
package cn.yiwang.application.worklist;

import org.jspecify.annotations.NullMarked;
