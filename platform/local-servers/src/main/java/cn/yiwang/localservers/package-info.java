/** A real database and a real broker as child processes of this machine, kept apart from any other installation. */
@NullMarked
package cn.yiwang.localservers;

import org.jspecify.annotations.NullMarked;
