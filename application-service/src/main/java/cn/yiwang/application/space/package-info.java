/** The spaces of a caller: as whom they can act. */
@NullMarked
package cn.yiwang.application.space;

import org.jspecify.annotations.NullMarked;
