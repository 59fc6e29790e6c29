/** Events out and in: the outbox and its relay, the inbox and its parking place for messages that cannot be handled. */
@NullMarked
package cn.yiwang.starter.messaging;

import org.jspecify.annotations.NullMarked;
