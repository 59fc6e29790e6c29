/** How a partner knows that a webhook is ours: HTTP message signatures. */
@NullMarked
package cn.yiwang.exchange.signature;

import org.jspecify.annotations.NullMarked;
