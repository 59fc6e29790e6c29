/** The listeners of the event consumers, the mark of what was handled, and the parking place. */
@NullMarked
package cn.yiwang.starter.messaging.inbox;

import org.jspecify.annotations.NullMarked;
