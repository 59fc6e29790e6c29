package cn.yiwang.application.document;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Applicant;
import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.application.handling.HistoryEntry;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the file of an application lends to its documents. */
final class CaseFacts {

    private CaseFacts() {}

    /** What every document may speak of. */
    static Facts common(CaseFile file, LocalDate day) {
        Applicant applicant = file.applicant();
        return new Facts()
                .put("itemName", file.guide().name())
                .put("itemCode", file.application().itemCode())
                .put("applicationNumber", file.number())
                .put("bodyName", file.guide().body().name())
                .put("bodyCode", file.application().body())
                .put("applicantName", applicant.name())
                .put("applicantCode", applicant.code())
                .put("codeLabel", codeLabel(applicant))
                .put("submittedDay", day(file.moments().submitted()))
                .put("acceptedDay", day(file.moments().accepted()))
                .put("resultName", resultName(file.guide()))
                .put("day", day);
    }

    /** What the document of a step says beside that. */
    static Facts of(CaseFile file, HistoryEntry entry, LocalDate day) {
        Facts facts = common(file, day)
                .put("dueDay", entry.dueOn())
                .put("fields", lines(file.applicant().fields()))
                .put("materials", materials(file))
                .put("reason", file.decision().reason())
                .put("remedies", file.decision().remedies())
                .put("summary", file.summary())
                .put("outcome", outcome(file.decision().outcome()))
                .put("opinions", opinions(file));
        Applicant.Contact contact = file.applicant().contact();
        if (contact != null) {
            facts.put("contactName", contact.name())
                    .put("contactPhone", contact.phone())
                    .put("contactAddress", contact.address());
        }
        if (file.applicant().type() == Guide.Audience.ORGANIZATION) {
            facts.put("agentName", file.applicant().agentName());
        }
        return facts;
    }

    static String codeLabel(Applicant applicant) {
        return applicant.type() == Guide.Audience.ORGANIZATION ? "统一社会信用代码" : "公民身份号码";
    }

    static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : ChinaTime.dateOf(moment);
    }

    private static String resultName(Guide guide) {
        String name = guide.guide().result().name();
        return name == null ? "许可证件" : "《" + name + "》";
    }

    private static List<String> materials(CaseFile file) {
        List<String> names = file.materials().stream()
                .map(material -> file.guide()
                                .material(material.code())
                                .map(Guide.Material::name)
                                .orElse(material.code())
                        + "（" + material.fileName() + "）")
                .toList();
        return names.isEmpty() ? List.of("未随申请提交材料") : names;
    }

    private static List<String> lines(Map<String, String> fields) {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + "：" + field.getValue())
                .toList();
    }

    private static List<String> opinions(CaseFile file) {
        return file.reviews().stream()
                .map(task -> task.name()
                        + "：" + stateLabel(task.state())
                        + (task.opinion() == null ? "" : "。" + task.opinion()))
                .toList();
    }

    private static String stateLabel(ReviewTask.State state) {
        return switch (state) {
            case OPEN -> "未答复";
            case CHECKED -> "已核对材料";
            case ESCALATED -> "逾期未答复，由主办机关继续办理";
            case APPROVED -> "同意";
            case REJECTED -> "不同意";
            case CANCELLED -> "已取消";
        };
    }

    private static @Nullable String outcome(@Nullable String outcome) {
        if (outcome == null) {
            return null;
        }
        return switch (outcome) {
            case "GRANTED" -> "准予行政许可";
            case "PARTLY_GRANTED" -> "部分准予行政许可";
            default -> "不予行政许可";
        };
    }
}
