/** Partner subscriptions and the three ways in which events reach them. */
@NullMarked
package cn.yiwang.exchange;

import org.jspecify.annotations.NullMarked;
