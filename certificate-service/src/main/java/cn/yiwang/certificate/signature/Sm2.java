package cn.yiwang.certificate.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** SM2 over the recommended curve with SM3 and the default user id of GM/T 0009; signatures and keys are in DER. */
final class Sm2 {

    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final ECNamedDomainParameters CURVE = ECNamedDomainParameters.lookup(GMObjectIdentifiers.sm2p256v1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm2() {}

    record KeyPair(ECPublicKeyParameters publicKey, ECPrivateKeyParameters privateKey) {

        static KeyPair generate() {
            ECKeyPairGenerator generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(CURVE, RANDOM));
            var pair = generator.generateKeyPair();
            return new KeyPair((ECPublicKeyParameters) pair.getPublic(), (ECPrivateKeyParameters) pair.getPrivate());
        }

        /** PKCS#8. */
        byte[] privateKeyBytes() {
            try {
                return PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey).getEncoded();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** X.509 SubjectPublicKeyInfo. */
        byte[] publicKeyBytes() {
            try {
                return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey)
                        .getEncoded();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static ECPrivateKeyParameters privateKey(byte[] pkcs8) {
        try {
            return (ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ECPublicKeyParameters publicKey(byte[] info) {
        try {
            return (ECPublicKeyParameters) PublicKeyFactory.createKey(info);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sign(ECPrivateKeyParameters key, byte[] text) {
        SM2Signer signer = signer(true, new ParametersWithRandom(key, RANDOM));
        signer.update(text, 0, text.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 is not usable here", e);
        }
    }

    static boolean verify(ECPublicKeyParameters key, byte[] text, byte[] signature) {
        SM2Signer signer = signer(false, key);
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }

    private static SM2Signer signer(boolean forSigning, CipherParameters key) {
        SM2Signer signer = new SM2Signer();
        signer.init(forSigning, new ParametersWithID(key, USER_ID));
        return signer;
    }
}
