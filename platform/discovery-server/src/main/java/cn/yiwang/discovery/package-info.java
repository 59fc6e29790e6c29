/** The registry in which the services find each other. */
@NullMarked
package cn.yiwang.discovery;

import org.jspecify.annotations.NullMarked;
