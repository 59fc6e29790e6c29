package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.body.Coded;

/** What has to be disclosed beside the guides; bodies have their own register. */
enum DocumentKind {
    LAW_OR_POLICY("法规政策"),
    INTERPRETATION("政策解读"),
    NOTICE("通知公告"),
    REVIEW_RULE("审查细则"),
    /** The title is the question, the text the answer. */
    FAQ("常见问题"),
    SUPERVISION_CHANNEL("监督投诉渠道"),
    INTERMEDIARY_SERVICE("中介服务事项"),
    INTERMEDIARY_INSTITUTION("中介服务机构");

    private final String label;

    DocumentKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    Coded coded() {
        return new Coded(name(), label);
    }
}
