package cn.yiwang.application.lifecycle;

/**
 * Why an application is not taken in. The law knows two documents: 不受理 says that nothing needs a licence, 不予受理 is a decision
 * that can be challenged.
 */
public enum NonAcceptance {

    /** No licence is needed for it. */
    NO_LICENCE_NEEDED(Document.NOT_TAKEN_UP, "行政许可法第三十二条第一款第一项"),

    /** Another body is competent, and the decision names it. */
    NOT_COMPETENT(Document.NOT_ACCEPTED, "行政许可法第三十二条第一款第二项"),

    /** What the one notice asked for was not put right. */
    NOT_CORRECTED(Document.NOT_ACCEPTED, "行政许可法第三十二条第一款第四项、第五项"),

    /** The applicant hid facts or handed in false materials. */
    FALSE_STATEMENT(Document.NOT_ACCEPTED, "行政许可法第七十八条"),

    /** Applied for outside the window that a rule of the sector sets, such as the one before an expiry. */
    OUTSIDE_WINDOW(Document.NOT_ACCEPTED, "行政许可法第五十条");

    private final Document document;
    private final String basis;

    NonAcceptance(Document document, String basis) {
        this.document = document;
        this.basis = basis;
    }

    /** The document that the law provides for; a rule of a sector may use one for both, which its item then says. */
    public Document document() {
        return document;
    }

    public String basis() {
        return basis;
    }

    /** The two documents. */
    public enum Document {
        /** 不受理告知书. */
        NOT_TAKEN_UP("不受理告知书", "Notice that no licence is needed"),
        /** 不予受理决定书. */
        NOT_ACCEPTED("不予受理决定书", "Decision not to accept");

        private final String label;
        private final String englishLabel;

        Document(String label, String englishLabel) {
            this.label = label;
            this.englishLabel = englishLabel;
        }

        public String label() {
            return label;
        }

        public String englishLabel() {
            return englishLabel;
        }
    }
}
