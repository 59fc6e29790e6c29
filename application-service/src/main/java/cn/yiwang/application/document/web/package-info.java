/** Documents of an application over HTTP. */
@NullMarked
package cn.yiwang.application.document.web;

import org.jspecify.annotations.NullMarked;
