/** The life of an application as one transition table, without Spring and without SQL. */
@NullMarked
package cn.yiwang.application.lifecycle;

import org.jspecify.annotations.NullMarked;
