/** Handling an application (办件): the aggregate, its rows, who may see it, and one use case per step. */
@NullMarked
package cn.yiwang.application.handling;

import org.jspecify.annotations.NullMarked;
