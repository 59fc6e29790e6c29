/** How many requests a client may send. */
@NullMarked
package cn.yiwang.gateway.quota;

import org.jspecify.annotations.NullMarked;
