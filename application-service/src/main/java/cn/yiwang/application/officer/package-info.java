/** Which officer may do what: claims, recusal, standing in, and more eyes than two. */
@NullMarked
package cn.yiwang.application.officer;

import org.jspecify.annotations.NullMarked;
