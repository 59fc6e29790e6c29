/** How good the published guides are: every rule applied to every guide again, per body (办事指南准确度). */
@NullMarked
package cn.yiwang.catalog.quality;

import org.jspecify.annotations.NullMarked;
