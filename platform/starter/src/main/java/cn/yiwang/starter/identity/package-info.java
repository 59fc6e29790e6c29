/** Who calls: access tokens of the trusted issuers, read into an {@code Actor}. */
@NullMarked
package cn.yiwang.starter.identity;

import org.jspecify.annotations.NullMarked;
