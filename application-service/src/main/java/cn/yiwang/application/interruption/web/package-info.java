/** The HTTP side of resting and ending without a decision. */
@NullMarked
package cn.yiwang.application.interruption.web;

import org.jspecify.annotations.NullMarked;
