/** Mandates (授权委托): who may take which steps for whom, in which matters and until when. */
@NullMarked
package cn.yiwang.application.mandate;

import org.jspecify.annotations.NullMarked;
