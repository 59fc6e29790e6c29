/** Gets real access tokens from the issuer the way a browser or a partner system would. */
@NullMarked
package cn.yiwang.localstack.tokens;

import org.jspecify.annotations.NullMarked;
