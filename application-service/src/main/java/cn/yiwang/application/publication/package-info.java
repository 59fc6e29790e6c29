/** Granted decisions before the public (双公示): masked, listed without a token, taken back when published wrongly. */
@NullMarked
package cn.yiwang.application.publication;

import org.jspecify.annotations.NullMarked;
