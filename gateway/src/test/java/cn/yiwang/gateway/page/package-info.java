/** The gateway's own pages, without HTTP. */
@NullMarked
package cn.yiwang.gateway.page;

import org.jspecify.annotations.NullMarked;
