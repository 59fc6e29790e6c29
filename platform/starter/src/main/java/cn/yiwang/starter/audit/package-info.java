/** The record of what people decided: who, what, on which ground; chained so that tampering shows. */
@NullMarked
package cn.yiwang.starter.audit;

import org.jspecify.annotations.NullMarked;
