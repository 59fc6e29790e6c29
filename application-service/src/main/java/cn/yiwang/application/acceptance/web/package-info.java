/** The HTTP side of acceptance. */
@NullMarked
package cn.yiwang.application.acceptance.web;

import org.jspecify.annotations.NullMarked;
