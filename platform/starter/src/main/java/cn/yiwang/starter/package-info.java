/** What every service shares technically, and nothing of the domain. */
@NullMarked
package cn.yiwang.starter;

import org.jspecify.annotations.NullMarked;
