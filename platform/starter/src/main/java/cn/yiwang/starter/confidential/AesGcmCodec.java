package cn.yiwang.starter.confidential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a key ring.
 *
 * <p>Layout: version 1, length of the key id, key id, 12 bytes nonce, ciphertext with its 16-byte tag. Everything before the nonce and
 * the context are authenticated with the ciphertext.
 */
public final class AesGcmCodec implements ConfidentialCodec {

    private static final byte VERSION = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;

    private final KeyRing keys;
    private final SecretKey indexKey;
    private final SecureRandom random = new SecureRandom();

    /** The index key is for HMAC-SHA256 and stays the same for as long as the data lives. */
    public AesGcmCodec(KeyRing keys, SecretKey indexKey) {
        this.keys = keys;
        this.indexKey = indexKey;
    }

    @Override
    public byte[] seal(String plain, String context) {
        byte[] header = header(keys.currentId());
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] text = plain.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce, header, context)
                    .doFinal(text);
            return ByteBuffer.allocate(header.length + NONCE_LENGTH + sealed.length)
                    .put(header)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new ConfidentialException("AES-GCM is not usable here", impossible);
        }
    }

    @Override
    public String open(byte[] sealed, String context) {
        String keyId = keyId(sealed);
        byte[] header = header(keyId);
        int start = header.length + NONCE_LENGTH;
        if (sealed.length < start + TAG_LENGTH) {
            throw new ConfidentialException("Too short for a sealed value of " + context);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, header.length, start);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, keys.key(keyId), nonce, header, context)
                    .doFinal(sealed, start, sealed.length - start);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new ConfidentialException("A sealed value of " + context + " was changed or moved", changed);
        }
    }

    @Override
    public byte[] blindIndex(String value, String context) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            byte[] name = context.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new ConfidentialException("HMAC-SHA256 is not usable here", impossible);
        }
    }

    @Override
    public boolean isOutdated(byte[] sealed) {
        return !keyId(sealed).equals(keys.currentId());
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] header(String keyId) {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + id.length)
                .put(VERSION)
                .put((byte) id.length)
                .put(id)
                .array();
    }

    private static String keyId(byte[] sealed) {
        if (sealed.length < 2 || sealed[0] != VERSION || sealed[1] < 1 || sealed.length < 2 + sealed[1]) {
            throw new ConfidentialException("Not a sealed value");
        }
        return new String(sealed, 2, sealed[1], StandardCharsets.US_ASCII);
    }
}
