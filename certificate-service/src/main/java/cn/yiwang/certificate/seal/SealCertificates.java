package cn.yiwang.certificate.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes the certificates of seals (RFC 5280) and reads keys and certificates back from their bytes. */
final class SealCertificates {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Period LIFE_OF_ROOT = Period.ofYears(20);
    private static final Period LIFE_OF_SEAL = Period.ofYears(5);
    private static final X500Name ROOT = new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "CN")
            .addRDN(BCStyle.O, "Yiwang")
            .addRDN(BCStyle.CN, "Yiwang document seals")
            .build();

    private SealCertificates() {}

    /** A certificate and the key that belongs to it. */
    record Issued(X509Certificate certificate, PrivateKey key) {}

    static Issued root(Instant now) {
        KeyPair pair = keyPair();
        return new Issued(
                issue(new Wish(ROOT, pair, LIFE_OF_ROOT, true), ROOT, pair.getPrivate(), null, now), pair.getPrivate());
    }

    /** The certificate of one seal of one body, vouched for by the root. */
    static Issued seal(Issued root, String body, String bodyName, SealKind kind, Instant now) {
        KeyPair pair = keyPair();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, bodyName)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, body)
                .addRDN(BCStyle.CN, bodyName + " " + kind.label())
                .build();
        return new Issued(
                issue(new Wish(subject, pair, LIFE_OF_SEAL, false), ROOT, root.key(), root.certificate(), now),
                pair.getPrivate());
    }

    static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey key(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Wish(X500Name subject, KeyPair pair, Period life, boolean authority) {}

    private static X509Certificate issue(
            Wish wish,
            X500Name issuer,
            PrivateKey issuerKey,
            @Nullable X509Certificate issuerCertificate,
            Instant now) {
        try {
            Instant end = now.atZone(ZoneOffset.UTC).plus(wish.life()).toInstant();
            var extensions = new JcaX509ExtensionUtils();
            int usage = wish.authority() ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            var builder = new JcaX509v3CertificateBuilder(
                            issuer,
                            new BigInteger(127, RANDOM).add(BigInteger.ONE),
                            Date.from(now),
                            Date.from(end),
                            wish.subject(),
                            wish.pair().getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(wish.authority()))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(wish.pair().getPublic()));
            if (issuerCertificate != null) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(issuerCertificate.getPublicKey()));
            }
            X509CertificateHolder holder = builder.build(new JcaContentSignerBuilder(ALGORITHM).build(issuerKey));
            return certificate(holder.getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("P-256 is not usable here", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
