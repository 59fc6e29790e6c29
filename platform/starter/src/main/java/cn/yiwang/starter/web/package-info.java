/** How every service speaks HTTP: strict JSON, plain text, open documents. */
@NullMarked
package cn.yiwang.starter.web;

import org.jspecify.annotations.NullMarked;
