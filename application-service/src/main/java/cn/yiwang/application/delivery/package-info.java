/** Delivery of documents (送达): by which method, on which day, and what that day means. */
@NullMarked
package cn.yiwang.application.delivery;

import org.jspecify.annotations.NullMarked;
