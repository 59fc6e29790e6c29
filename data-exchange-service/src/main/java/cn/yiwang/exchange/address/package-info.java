/** Which addresses a webhook may go to. */
@NullMarked
package cn.yiwang.exchange.address;

import org.jspecify.annotations.NullMarked;
