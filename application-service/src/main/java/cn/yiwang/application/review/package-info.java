/** What departments are asked about an application and what they answer. */
@NullMarked
package cn.yiwang.application.review;

import org.jspecify.annotations.NullMarked;
