/** Lists in pages that continue after a key and never count. */
@NullMarked
package cn.yiwang.starter.paging;

import org.jspecify.annotations.NullMarked;
