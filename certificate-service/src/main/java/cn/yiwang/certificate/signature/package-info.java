/** Signatures with SM2 and SM3 (GB/T 32918, GB/T 32905) under a key that all instances share. */
@NullMarked
package cn.yiwang.certificate.signature;

import org.jspecify.annotations.NullMarked;
