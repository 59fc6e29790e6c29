package cn.yiwang.gateway.token;

import org.springframework.security.core.AuthenticationException;

/** The issuer's keys cannot be fetched: the token is neither good nor bad. */
final class KeysUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super("The keys of the issuer are not available: " + cause.getMessage(), cause);
    }
}
