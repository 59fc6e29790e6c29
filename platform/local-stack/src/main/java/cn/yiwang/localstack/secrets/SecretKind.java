package cn.yiwang.localstack.secrets;

/** What a generated secret opens; each kind has a file of its own. */
public enum SecretKind {
    /** The password of a demo person at the issuer. */
    PERSON("people"),
    /** The client secret of a service or partner at the issuer. */
    CLIENT("clients"),
    /** The password of a database user. */
    DATABASE("databases"),
    /** A symmetric key, in base64. */
    KEY("keys");

    private final String stem;

    SecretKind(String stem) {
        this.stem = stem;
    }

    String fileName() {
        return stem + ".properties";
    }
}
