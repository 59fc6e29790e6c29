/** Whom a certificate is for, and how that is kept secret at rest. */
@NullMarked
package cn.yiwang.certificate.holder;

import org.jspecify.annotations.NullMarked;
