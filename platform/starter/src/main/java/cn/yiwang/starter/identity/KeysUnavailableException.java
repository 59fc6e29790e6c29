package cn.yiwang.starter.identity;

import org.springframework.security.core.AuthenticationException;

/** A token could be neither verified nor refused, because its issuer's keys cannot be fetched now (503). */
final class KeysUnavailableException extends AuthenticationException {

    KeysUnavailableException(Throwable cause) {
        super("The issuer's keys cannot be fetched", cause);
    }
}
