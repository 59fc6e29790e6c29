/** The processes of the platform one by one: how each is started, asked and stopped, and what it is told. */
@NullMarked
package cn.yiwang.localstack.child;

import org.jspecify.annotations.NullMarked;
