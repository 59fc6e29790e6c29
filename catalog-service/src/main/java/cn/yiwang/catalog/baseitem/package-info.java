/** Base items whose standards the province sets, and the implementations and business items that are entered below them. */
@NullMarked
package cn.yiwang.catalog.baseitem;

import org.jspecify.annotations.NullMarked;
