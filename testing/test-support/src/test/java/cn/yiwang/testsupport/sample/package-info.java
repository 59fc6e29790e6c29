/** A service as small as it can be, to try the test support on. */
@NullMarked
package cn.yiwang.testsupport.sample;

import org.jspecify.annotations.NullMarked;
