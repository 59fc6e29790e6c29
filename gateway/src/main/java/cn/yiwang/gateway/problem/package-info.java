/** The gateway's own errors as RFC 9457 problems in zh-CN and English. */
@NullMarked
package cn.yiwang.gateway.problem;

import org.jspecify.annotations.NullMarked;
