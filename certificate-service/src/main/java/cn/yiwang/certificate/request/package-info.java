/** Requests for certificates, as they arrive on the topic that this service owns. */
@NullMarked
package cn.yiwang.certificate.request;

import org.jspecify.annotations.NullMarked;
