package cn.yiwang.certificate.seal;

/** The seals that a body keeps for documents. */
enum SealKind {
    BODY("机关印章"),
    LICENSING("行政许可专用章");

    private final String label;

    SealKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
