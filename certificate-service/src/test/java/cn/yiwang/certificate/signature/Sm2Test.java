package cn.yiwang.certificate.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sm2Test {

    private static final byte[] TEXT = "药品经营许可证".getBytes(UTF_8);

    /** GM/T 0003.5, the worked example of a signature on the recommended curve. */
    @Test
    void the_signature_of_the_standard_is_valid() throws IOException {
        var curve = ECNamedDomainParameters.lookup(GMObjectIdentifiers.sm2p256v1);
        var point = curve.getCurve()
                .createPoint(
                        hex("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"),
                        hex("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"));
        byte[] signature = StandardDSAEncoding.INSTANCE.encode(
                curve.getN(),
                hex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"),
                hex("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"));
        var key = new ECPublicKeyParameters(point, curve);
        assertThat(Sm2.verify(key, "message digest".getBytes(US_ASCII), signature))
                .isTrue();
        assertThat(Sm2.verify(key, "message digesT".getBytes(US_ASCII), signature))
                .isFalse();
    }

    @Test
    void every_changed_byte_of_text_or_signature_breaks_it() {
        var pair = Sm2.KeyPair.generate();
        byte[] signature = Sm2.sign(pair.privateKey(), TEXT);
        assertThat(Sm2.verify(pair.publicKey(), TEXT, signature)).isTrue();
        for (int i = 0; i < TEXT.length; i++) {
            assertThat(Sm2.verify(pair.publicKey(), flipped(TEXT, i), signature))
                    .isFalse();
        }
        for (int i = 0; i < signature.length; i++) {
            assertThat(Sm2.verify(pair.publicKey(), TEXT, flipped(signature, i)))
                    .as("byte " + i)
                    .isFalse();
        }
        assertThat(Sm2.verify(pair.publicKey(), TEXT, new byte[0])).isFalse();
        assertThat(Sm2.verify(Sm2.KeyPair.generate().publicKey(), TEXT, signature))
                .isFalse();
    }

    @Test
    void keys_survive_their_encoding() {
        var pair = Sm2.KeyPair.generate();
        byte[] signature = Sm2.sign(Sm2.privateKey(pair.privateKeyBytes()), TEXT);
        assertThat(Sm2.verify(Sm2.publicKey(pair.publicKeyBytes()), TEXT, signature))
                .isTrue();
    }

    @Test
    void openssl_agrees(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(runs(folder, "openssl", "version"), "openssl is not installed");
        var pair = Sm2.KeyPair.generate();
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.publicKeyBytes())
                        + "\n-----END PUBLIC KEY-----\n");
        Files.write(folder.resolve("text"), TEXT);
        Files.write(folder.resolve("signature"), Sm2.sign(pair.privateKey(), TEXT));
        List<String> verify = List.of(
                "openssl",
                "dgst",
                "-sm3",
                "-verify",
                "key.pem",
                "-sigopt",
                "distid:1234567812345678",
                "-signature",
                "signature",
                "text");
        assertThat(runs(folder, verify.toArray(String[]::new))).isTrue();
        Files.write(folder.resolve("text"), flipped(TEXT, 0));
        assertThat(runs(folder, verify.toArray(String[]::new))).isFalse();
    }

    private static boolean runs(Path folder, String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static byte[] flipped(byte[] bytes, int index) {
        byte[] copy = bytes.clone();
        copy[index] ^= 1;
        return copy;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
