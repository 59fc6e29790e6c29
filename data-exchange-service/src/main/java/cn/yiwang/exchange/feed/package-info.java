/** The pull feed: events from the log, from wherever the partner's cursor stands. */
@NullMarked
package cn.yiwang.exchange.feed;

import org.jspecify.annotations.NullMarked;
