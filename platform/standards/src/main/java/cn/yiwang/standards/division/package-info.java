/** The administrative divisions of Hunan down to the county, each with the days between which its code was in force. */
@NullMarked
package cn.yiwang.standards.division;

import org.jspecify.annotations.NullMarked;
