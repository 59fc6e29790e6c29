/** The HTTP side of handling an application. */
@NullMarked
package cn.yiwang.application.handling.web;

import org.jspecify.annotations.NullMarked;
