/** Applications for service items, from draft to delivery. */
@NullMarked
package cn.yiwang.application;

import org.jspecify.annotations.NullMarked;
