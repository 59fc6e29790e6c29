/** The HTTP side of promises. */
@NullMarked
package cn.yiwang.application.promise.web;

import org.jspecify.annotations.NullMarked;
