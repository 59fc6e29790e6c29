/** Handling that rests by law (中止), goes on, or ends without a decision (终止). */
@NullMarked
package cn.yiwang.application.interruption;

import org.jspecify.annotations.NullMarked;
