/** Verifies access tokens (RFC 9068) of several OIDC issuers; knows neither servlets nor reactive streams. */
@NullMarked
package cn.yiwang.issuers;

import org.jspecify.annotations.NullMarked;
