package cn.yiwang.issuers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every token must show beside a signature.
 *
 * @param audience when set and not blank, a token must name it in {@code aud}
 * @param clockSkew how far the clock of an issuer and the reader's own may differ
 */
public record TokenRules(@Nullable String audience, Duration clockSkew) {}
