/** What a partner wants to hear of, and how. */
@NullMarked
package cn.yiwang.exchange.subscription;

import org.jspecify.annotations.NullMarked;
