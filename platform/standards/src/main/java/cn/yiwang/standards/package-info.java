/** Codes and identifiers of Chinese government services, as records that cannot hold an invalid value. */
@NullMarked
package cn.yiwang.standards;

import org.jspecify.annotations.NullMarked;
