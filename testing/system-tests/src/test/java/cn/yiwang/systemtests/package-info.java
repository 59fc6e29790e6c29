/** Proofs about the running platform, from outside: through the gateway, the broker and the process table. */
@NullMarked
package cn.yiwang.systemtests;

import org.jspecify.annotations.NullMarked;
