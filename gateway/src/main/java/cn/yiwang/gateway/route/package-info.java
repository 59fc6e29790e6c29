/** Which path leads to which service, and what happens when that service does not answer. */
@NullMarked
package cn.yiwang.gateway.route;

import org.jspecify.annotations.NullMarked;
