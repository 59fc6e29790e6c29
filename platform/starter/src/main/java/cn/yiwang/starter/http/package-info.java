/** Safe repetition and safe change: idempotency keys, entity tags and preconditions. */
@NullMarked
package cn.yiwang.starter.http;

import org.jspecify.annotations.NullMarked;
