/** The service guides that applications are pinned to, fetched from the catalog once per version. */
@NullMarked
package cn.yiwang.application.guide;

import org.jspecify.annotations.NullMarked;
