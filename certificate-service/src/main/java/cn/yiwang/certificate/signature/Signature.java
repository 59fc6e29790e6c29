package cn.yiwang.certificate.signature;

/**
 * A signature and the key it was made with.
 *
 * @param key the name of the key, such as {@code sm2-1}
 * @param value the DER of the signature in base64
 */
public record Signature(String key, String value) {}
