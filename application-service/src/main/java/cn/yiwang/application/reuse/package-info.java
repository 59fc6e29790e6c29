/** Nothing is asked for twice (免提交): certificates in place of materials, and files that were given once. */
@NullMarked
package cn.yiwang.application.reuse;

import org.jspecify.annotations.NullMarked;
