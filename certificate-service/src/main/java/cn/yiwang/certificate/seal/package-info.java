/** Seals of bodies for documents: P-256 keys, one certificate for each body and seal under a local root, PAdES signatures over digests. */
@NullMarked
package cn.yiwang.certificate.seal;

import org.jspecify.annotations.NullMarked;
