/** A certificate's life: issued once per request, verified by anyone who holds its link, revoked by its issuer. */
@NullMarked
package cn.yiwang.certificate.certificate;

import org.jspecify.annotations.NullMarked;
