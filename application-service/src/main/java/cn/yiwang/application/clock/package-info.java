/** What moves the clocks of applications, what they announce, and their explanation day by day. */
@NullMarked
package cn.yiwang.application.clock;

import org.jspecify.annotations.NullMarked;
