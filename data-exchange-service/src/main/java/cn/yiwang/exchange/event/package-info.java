/** The log of every event that the owners publish, in one order without gaps. */
@NullMarked
package cn.yiwang.exchange.event;

import org.jspecify.annotations.NullMarked;
