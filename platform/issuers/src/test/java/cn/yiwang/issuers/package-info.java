@NullMarked
package cn.yiwang.issuers;

import org.jspecify.annotations.NullMarked;
