package cn.yiwang.catalog.print;

import cn.yiwang.catalog.flowchart.LimitText;
import cn.yiwang.catalog.guide.Fee;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.LegalBasis;
import cn.yiwang.catalog.guide.Material;
import cn.yiwang.catalog.guide.Result;
import cn.yiwang.catalog.guide.TimeLimits.Limit;
import java.math.BigDecimal;

/** The codes of a guide as people read them. */
final class GuideWords {

    private GuideWords() {}

    static String of(Audience audience) {
        return switch (audience) {
            case PERSON -> "自然人";
            case ORGANIZATION -> "法人和其他组织";
        };
    }

    static String of(Material.Necessity necessity) {
        return switch (necessity) {
            case REQUIRED -> "必要";
            case OPTIONAL -> "非必要";
            case LATER_ALLOWED -> "容缺后补";
        };
    }

    static String of(Material.Form form) {
        return switch (form) {
            case ORIGINAL -> "原件";
            case COPY -> "复印件";
            case ORIGINAL_AND_COPY -> "原件和复印件";
        };
    }

    static String of(Result.Kind kind) {
        return switch (kind) {
            case CERTIFICATE -> "证照";
            case DOCUMENT -> "文书";
            case NONE -> "无";
        };
    }

    /** Such as 20个工作日（依据：…；说明：…）; a limit that nobody confirmed says so. */
    static String of(Limit limit) {
        var text = new StringBuilder(LimitText.of(limit.amount(), limit.unit()));
        if (limit.basis() != null) {
            text.append("\n依据：").append(limit.basis());
        }
        if (limit.explanation() != null) {
            text.append("\n说明：").append(limit.explanation());
        }
        if (!limit.confirmed()) {
            text.append("\n（待确认）");
        }
        return text.toString();
    }

    static String of(LegalBasis basis) {
        return "《" + basis.title() + "》"
                + (basis.documentNumber() == null ? "" : "（" + basis.documentNumber() + "）")
                + (basis.article() == null ? "" : basis.article())
                + (basis.confirmed() ? "" : "（待确认）");
    }

    /** The amount is kept in fen. */
    static String of(Fee fee) {
        return BigDecimal.valueOf(fee.amount(), 2).toPlainString() + "元/" + fee.unit();
    }

    /** The name and the code, and what helps to prepare it. */
    static String described(Material material) {
        var source = material.source();
        var notes = material.notes();
        return GuideSupplements.joined(
                material.name(),
                material.code(),
                source == null
                        ? null
                        : "来源：" + HandlingWords.of(source.channel())
                                + (source.explanation() == null ? "" : "，" + source.explanation()),
                notes == null || notes.acceptance() == null ? null : "受理标准：" + notes.acceptance(),
                notes == null || notes.filling() == null ? null : "填报须知：" + notes.filling(),
                notes == null || notes.remark() == null ? null : "备注：" + notes.remark());
    }

    static String freeSubmission(Material material) {
        if (material.freeSubmission() != null) {
            return HandlingWords.of(material.freeSubmission());
        }
        return material.certificateType() == null ? "否" : "电子证照代替";
    }
}
