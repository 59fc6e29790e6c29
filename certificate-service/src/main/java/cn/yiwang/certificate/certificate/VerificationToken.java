package cn.yiwang.certificate.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret half of a certificate's link: 192 random bits. Who holds the link may verify; who guesses may not. */
public record VerificationToken(String value) {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    static VerificationToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new VerificationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is compared instead of the token, so that the comparison needs no decryption and tells nothing by its time. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "VerificationToken[***]";
    }
}
