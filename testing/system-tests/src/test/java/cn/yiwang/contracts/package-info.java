/** What the files under {@code contracts/} have to hold among themselves; no platform runs for it. */
@NullMarked
package cn.yiwang.contracts;

import org.jspecify.annotations.NullMarked;
