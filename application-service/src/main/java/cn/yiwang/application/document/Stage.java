package cn.yiwang.application.document;

/** Where in the procedure a document belongs. */
public enum Stage {
    APPLY("申请"),
    ACCEPT("受理"),
    REVIEW("审查"),
    CLOCK("期限"),
    DECIDE("决定"),
    DELIVER("送达"),
    AFTER("事后监督");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
