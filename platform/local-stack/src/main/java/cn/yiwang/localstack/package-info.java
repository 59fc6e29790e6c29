/** The whole platform on one machine. */
@NullMarked
package cn.yiwang.localstack;

import org.jspecify.annotations.NullMarked;
