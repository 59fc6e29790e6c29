package cn.yiwang.localstack.tokens;

/** The issuer gave no token; the message says why in one line. */
public final class TokenException extends RuntimeException {

    TokenException(String message) {
        super(message);
    }

    TokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
