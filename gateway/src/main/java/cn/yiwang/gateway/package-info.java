/** The front door of the platform: it knows routes and no rule. */
@NullMarked
package cn.yiwang.gateway;

import org.jspecify.annotations.NullMarked;
