/** Certificates that stand in for materials of an application, with the holder's consent. */
@NullMarked
package cn.yiwang.certificate.use;

import org.jspecify.annotations.NullMarked;
