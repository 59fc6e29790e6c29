/** Pages as PDF with a Chinese face, and the place in them for a seal. */
@NullMarked
package cn.yiwang.pdf;

import org.jspecify.annotations.NullMarked;
