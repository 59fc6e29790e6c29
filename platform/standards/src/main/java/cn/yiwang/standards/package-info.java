/** Codes, identifiers and the working calendar of Chinese government services. */
@NullMarked
package cn.yiwang.standards;

import org.jspecify.annotations.NullMarked;
