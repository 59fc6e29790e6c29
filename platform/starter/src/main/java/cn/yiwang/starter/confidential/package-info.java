/** Personal data: masked wherever it could leak, encrypted where it is stored, found by a blind index. */
@NullMarked
package cn.yiwang.starter.confidential;

import org.jspecify.annotations.NullMarked;
