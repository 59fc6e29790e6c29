/** Days that callers name, within what makes sense and a table can keep. */
@NullMarked
package cn.yiwang.catalog.day;

import org.jspecify.annotations.NullMarked;
