/** Progress for anybody who holds an application's number and query code. */
@NullMarked
package cn.yiwang.application.progress;

import org.jspecify.annotations.NullMarked;
