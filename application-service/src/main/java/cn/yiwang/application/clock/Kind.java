package cn.yiwang.application.clock;

import cn.yiwang.application.deadline.PauseCause;
import org.jspecify.annotations.Nullable;

/** The procedures beside the ordinary steps that a guide can name. */
enum Kind {
    HEARING(PauseCause.HEARING, "听证"),
    TENDER(PauseCause.TENDER, "招标"),
    AUCTION(PauseCause.AUCTION, "拍卖"),
    INSPECTION_OF_GOODS(PauseCause.INSPECTION_OF_GOODS, "检验"),
    TESTING(PauseCause.TESTING, "检测"),
    QUARANTINE(PauseCause.QUARANTINE, "检疫"),
    APPRAISAL(PauseCause.APPRAISAL, "鉴定"),
    EXPERT_REVIEW(PauseCause.EXPERT_REVIEW, "专家评审"),
    /** Runs inside the limit, whatever anybody says. */
    ON_SITE_CHECK(null, "现场核查"),
    RECTIFICATION(PauseCause.RECTIFICATION, "整改");

    private final @Nullable PauseCause cause;
    private final String label;

    Kind(@Nullable PauseCause cause, String label) {
        this.cause = cause;
        this.label = label;
    }

    @Nullable PauseCause cause() {
        return cause;
    }

    String label() {
        return label;
    }
}
