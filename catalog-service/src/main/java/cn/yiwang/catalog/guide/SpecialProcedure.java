package cn.yiwang.catalog.guide;

import cn.yiwang.catalog.guide.TimeLimits.Duration;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A procedure beside the ordinary steps (特别程序).
 *
 * @param expected how long it usually takes; the applicant is told in writing how long it will
 * @param excluded whether its time is not counted
 */
public record SpecialProcedure(
        @NotNull Kind kind,
        @NotNull @PlainText(min = 1, max = 100) String name,
        @NotNull @PlainText(min = 1, max = 300) String basis,
        @Valid @Nullable Duration expected,
        boolean excluded,

        @PlainText(min = 1, max = 500, lines = true) @Nullable String explanation) {

    /** Which procedure it is. */
    public enum Kind {
        /** 听证. */
        HEARING,
        /** 招标. */
        TENDER,
        /** 拍卖. */
        AUCTION,
        /** 检验. */
        INSPECTION_OF_GOODS,
        /** 检测. */
        TESTING,
        /** 检疫. */
        QUARANTINE,
        /** 鉴定. */
        APPRAISAL,
        /** 专家评审. */
        EXPERT_REVIEW,
        /** 现场核查: runs inside the limit. */
        ON_SITE_CHECK,
        /** 整改: outside the limit where a rule of the sector says so. */
        RECTIFICATION;

        /** Whether the licensing law itself takes its time out of the limit (行政许可法 45). */
        public boolean excludedByLaw() {
            return switch (this) {
                case HEARING, TENDER, AUCTION, INSPECTION_OF_GOODS, TESTING, QUARANTINE, APPRAISAL, EXPERT_REVIEW ->
                    true;
                case ON_SITE_CHECK, RECTIFICATION -> false;
            };
        }
    }
}
