/** Certificates over HTTP: for their holders, for the staff of their issuer, and for whoever holds a link. */
@NullMarked
package cn.yiwang.certificate.web;

import org.jspecify.annotations.NullMarked;
