/** A real database and a real broker as child processes. */
@NullMarked
package cn.yiwang.localservers;

import org.jspecify.annotations.NullMarked;
