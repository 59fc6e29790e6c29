package cn.yiwang.starter.identity;

import org.springframework.security.core.AuthenticationException;

/** A genuine token that makes one person more than one of the three administrators (403). */
final class AdministratorsCombinedException extends AuthenticationException {

    AdministratorsCombinedException(String subject) {
        super("The token of " + subject + " combines administrators");
    }
}
