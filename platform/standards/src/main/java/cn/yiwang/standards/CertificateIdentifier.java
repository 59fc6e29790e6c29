package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;
import cn.yiwang.standards.InvalidCodeException.Reason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of an electronic certificate (电子证照标识, GB/T 36904-2018): the root OID, certificate type, issuer, serial,
 * version and a check character (MOD 37,36 over the parts between root and check, without their dots).
 *
 * @throws InvalidCodeException when the text is not such an identifier
 */
public record CertificateIdentifier(String value) {

    /** The longest identifier there can be, for columns and request limits. */
    public static final int MAX_LENGTH = 98;

    private static final String ROOT = "1.2.156.3005.2.";
    /** Issuers are credit codes; certificates issued before every body had one name a shorter code. */
    private static final Pattern STRUCTURE = Pattern.compile(
            "1\\.2\\.156\\.3005\\.2\\.(?<type>[0-9A-Z]{21})\\.(?<issuer>[0-9A-Z]{6,18})\\.(?<serial>[0-9A-Z]{1,32})"
                    + "\\.(?<version>\\d{3})\\.(?<check>[0-9A-Z])");

    public CertificateIdentifier {
        require(value.length() <= MAX_LENGTH, Reason.LENGTH);
        Matcher parts = parts(value);
        new CertificateType(parts.group("type"));
        require(!parts.group("version").equals("000"), Reason.STRUCTURE);
        if (parts.group("issuer").length() == 18) {
            new CreditCode(parts.group("issuer"));
        }
        String body = parts.group("type") + parts.group("issuer") + parts.group("serial") + parts.group("version");
        require(CheckCharacters.mod37And36(body) == parts.group("check").charAt(0), Reason.CHECK_CHARACTER);
    }

    /** Composes an identifier and computes its check character; versions count from 1. */
    public static CertificateIdentifier of(String typeCode, String issuerCode, String serial, int version) {
        String versionDigits = String.format(Locale.ROOT, "%03d", version);
        char check = CheckCharacters.mod37And36(typeCode + issuerCode + serial + versionDigits);
        return new CertificateIdentifier(
                ROOT + String.join(".", typeCode, issuerCode, serial, versionDigits, String.valueOf(check)));
    }

    public static CertificateIdentifier parse(String text) {
        return new CertificateIdentifier(text);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new CertificateIdentifier(text));
    }

    public CertificateType type() {
        return new CertificateType(parts(value).group("type"));
    }

    public String issuerCode() {
        return parts(value).group("issuer");
    }

    public String serial() {
        return parts(value).group("serial");
    }

    public int version() {
        return Integer.parseInt(parts(value).group("version"));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Matcher parts(String value) {
        Matcher matcher = STRUCTURE.matcher(value);
        require(matcher.matches(), Reason.STRUCTURE);
        return matcher;
    }

    private static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new InvalidCodeException(Kind.CERTIFICATE_IDENTIFIER, otherwise);
        }
    }
}
