/** The outbox table and the relay that carries its rows to the broker. */
@NullMarked
package cn.yiwang.starter.messaging.outbox;

import org.jspecify.annotations.NullMarked;
