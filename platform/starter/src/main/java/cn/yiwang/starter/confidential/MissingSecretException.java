package cn.yiwang.starter.confidential;

import java.util.Locale;

/** A secret without which the service doesn't start; the message never holds the value. */
public final class MissingSecretException extends RuntimeException {

    MissingSecretException(String property, String finding) {
        super("The secret " + property + " " + finding + " (environment variable "
                + property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_') + ")");
    }
}
