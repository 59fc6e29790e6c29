/** A body's whole catalog goes in and out as one file: checked first, applied as a whole, given back as it came. */
@NullMarked
package cn.yiwang.catalog.transfer;

import org.jspecify.annotations.NullMarked;
