/** What happened to an application and what is awaited, in plain words and with the law behind each step. */
@NullMarked
package cn.yiwang.application.timeline;

import org.jspecify.annotations.NullMarked;
