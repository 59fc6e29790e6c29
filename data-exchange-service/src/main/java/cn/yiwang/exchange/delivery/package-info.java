/** What was handed to partners, and the webhooks that do it. */
@NullMarked
package cn.yiwang.exchange.delivery;

import org.jspecify.annotations.NullMarked;
