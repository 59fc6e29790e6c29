package cn.yiwang.certificate.signature;

/** Whatever holds the signing keys: a table today, a hardware module where one is at hand. */
public interface SigningKeys {

    /** Signs with the current key. */
    Signature sign(byte[] text);

    /** Whether the signature is of exactly this text, by a key of ours; false for anything that is not a signature at all. */
    boolean verify(Signature signature, byte[] text);
}
