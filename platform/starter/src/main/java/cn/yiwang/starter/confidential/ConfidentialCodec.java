package cn.yiwang.starter.confidential;

/**
 * Encrypts single values for storage.
 *
 * <p>The context, {@code table.column} by convention, is bound to the ciphertext: a value moved to another column doesn't open.
 */
public interface ConfidentialCodec {

    /** Encrypts under the current key; the id of the key stands in front of the result. */
    byte[] seal(String plain, String context);

    /** Decrypts under the key that the value names. */
    String open(byte[] sealed, String context);

    /**
     * The 32 bytes to store beside the ciphertext and to look it up by. Equal values give equal bytes within one context, so normalise the
     * value first; the index does not rotate with the keys.
     */
    byte[] blindIndex(String value, String context);

    /** Whether the value was sealed under a key that is no longer the current one. */
    boolean isOutdated(byte[] sealed);
}
