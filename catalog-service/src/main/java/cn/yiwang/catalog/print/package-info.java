/** Guides on paper: one page, made once from the published version, as HTML and as PDF, with the way back to the item as a QR code. */
@NullMarked
package cn.yiwang.catalog.print;

import org.jspecify.annotations.NullMarked;
