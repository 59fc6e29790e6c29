/** E-certificates: issue, verification, revocation. */
@NullMarked
package cn.yiwang.certificate;

import org.jspecify.annotations.NullMarked;
