/** What a caller reads when something goes wrong: RFC 9457 problems in zh-CN and English. */
@NullMarked
package cn.yiwang.starter.problem;

import org.jspecify.annotations.NullMarked;
