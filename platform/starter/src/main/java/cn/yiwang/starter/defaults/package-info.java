/** What every service has configured unless it says otherwise. */
@NullMarked
package cn.yiwang.starter.defaults;

import org.jspecify.annotations.NullMarked;
