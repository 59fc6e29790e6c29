/** Archives of classes, from which the JVMs start in half the time. */
@NullMarked
package cn.yiwang.localstack.archive;

import org.jspecify.annotations.NullMarked;
