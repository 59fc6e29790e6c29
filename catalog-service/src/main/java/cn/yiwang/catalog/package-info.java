/** The catalog of service items and their guides. */
@NullMarked
package cn.yiwang.catalog;

import org.jspecify.annotations.NullMarked;
