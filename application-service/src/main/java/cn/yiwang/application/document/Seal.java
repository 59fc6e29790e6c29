package cn.yiwang.application.document;

/**
 * Which seal a document carries. What the procedure produces on its way carries the seal for licensing matters (专用印章, Administrative
 * Licensing Law Art. 32); decisions and orders carry the body's own.
 */
public enum Seal {
    NONE("无"),
    LICENSING("行政许可专用章"),
    BODY("机关印章");

    private final String label;

    Seal(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
