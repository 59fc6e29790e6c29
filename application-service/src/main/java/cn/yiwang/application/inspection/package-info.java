/** Checks of substance and on the spot (核查), made by two officers. */
@NullMarked
package cn.yiwang.application.inspection;

import org.jspecify.annotations.NullMarked;
