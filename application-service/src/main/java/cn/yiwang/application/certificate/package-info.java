/** What this service tells certificate-service and hears from it. */
@NullMarked
package cn.yiwang.application.certificate;

import org.jspecify.annotations.NullMarked;
