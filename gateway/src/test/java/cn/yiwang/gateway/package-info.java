/** The gateway from outside: real HTTP in front, stubbed services and a test issuer behind. */
@NullMarked
package cn.yiwang.gateway;

import org.jspecify.annotations.NullMarked;
