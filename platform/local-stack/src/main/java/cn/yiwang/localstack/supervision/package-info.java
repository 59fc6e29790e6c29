/** The process that makes the plan true and keeps it true. */
@NullMarked
package cn.yiwang.localstack.supervision;

import org.jspecify.annotations.NullMarked;
