/** Looks at everything from the outside, with or without a launcher. */
@NullMarked
package cn.yiwang.localstack.status;

import org.jspecify.annotations.NullMarked;
