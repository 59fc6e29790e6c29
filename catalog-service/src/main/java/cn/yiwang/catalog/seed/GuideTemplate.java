package cn.yiwang.catalog.seed;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guide.Condition;
import cn.yiwang.catalog.guide.LegalBasis;
import cn.yiwang.catalog.guide.Material;
import cn.yiwang.catalog.guide.Material.Form;
import cn.yiwang.catalog.guide.Material.Necessity;
import cn.yiwang.catalog.guide.ProcessLink;
import cn.yiwang.catalog.guide.ProcessLink.Department;
import cn.yiwang.catalog.guide.ProcessLink.Kind;
import cn.yiwang.catalog.guide.TimeLimits;
import cn.yiwang.catalog.guide.TimeLimits.Duration;
import cn.yiwang.catalog.guide.TimeLimits.Limit;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.standards.calendar.LimitUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guide of an item of which little more than the name is known. It demands what the licensing law lets every body demand, an
 * application form, and nothing else; what applicants of this kind usually bring is listed as optional and unconfirmed.
 */
final class GuideTemplate {

    private static final List<String> MEDIA_TYPES = List.of("application/pdf", "image/jpeg", "image/png");
    private static final long TEN_MEBIBYTES = 10L * 1024 * 1024;
    private static final int GENERAL_STATUTORY_DAYS = 20;
    private static final String LICENSING_LAW = "行政许可法";
    private static final String UNKNOWN_CODE = "00000000000000";

    private GuideTemplate() {}

    /** The guide; where the base item has a standard, it rests on the same law. */
    static Guide of(SeedItem item, @Nullable Standard standard) {
        var limits = limits(item);
        return new Guide(
                item.audiences(),
                2,
                basis(item, standard),
                List.of(new Condition(1, condition(item.action()))),
                materials(item),
                limits,
                List.of(),
                item.visits(),
                item.visitReason(),
                links(item, limits.promised().amount()),
                item.result());
    }

    private static List<LegalBasis> basis(SeedItem item, @Nullable Standard standard) {
        var basis = new ArrayList<LegalBasis>();
        if (standard != null) {
            standard.basis()
                    .forEach(rule ->
                            basis.add(new LegalBasis(rule.title(), rule.documentNumber(), rule.article(), true)));
        } else if (item.statutoryBasis() != null) {
            basis.add(new LegalBasis(item.statutoryBasis(), null, null, item.statutoryConfirmed()));
        }
        if (item.action() != SeedAction.FILING) {
            basis.add(new LegalBasis("中华人民共和国行政许可法", "2019年修正", article(item.action()), true));
        }
        return basis;
    }

    private static @Nullable String article(SeedAction action) {
        return switch (action) {
            case ISSUE -> "第三十八条";
            case CHANGE -> "第四十九条";
            case RENEWAL -> "第五十条";
            case CANCELLATION -> "第七十条";
            case REISSUE, FILING -> null;
        };
    }

    private static String condition(SeedAction action) {
        return switch (action) {
            case ISSUE -> "符合该项许可所依据的法律、法规、规章规定的条件";
            case CHANGE -> "持有有效的许可证件，且拟变更的内容仍符合原许可的条件";
            case RENEWAL -> "许可证件尚在有效期内，且继续符合原许可的条件";
            case REISSUE -> "许可证件遗失或者损毁";
            case CANCELLATION -> "持证人自愿终止被许可的活动";
            case FILING -> "开展须备案的活动";
        };
    }

    private static List<Material> materials(SeedItem item) {
        var materials = new ArrayList<Material>();
        switch (item.action()) {
            case ISSUE -> {
                materials.add(material(item, 1, item.name() + "申请表", true, null));
                materials.add(material(item, 2, "营业执照", false, "L1000005"));
            }
            case CHANGE -> {
                materials.add(material(item, 1, "变更申请表", true, null));
                materials.add(material(item, 2, "变更内容的证明材料", false, null));
            }
            case RENEWAL -> {
                materials.add(material(item, 1, "延续申请表", true, null));
                materials.add(material(item, 2, "原许可证件", false, null));
            }
            case REISSUE -> {
                materials.add(material(item, 1, "补发申请表", true, null));
                materials.add(material(item, 2, "遗失或者损毁情况说明", false, null));
            }
            case CANCELLATION -> materials.add(material(item, 1, "原许可证件", false, null));
            case FILING -> {
                materials.add(material(item, 1, "备案信息表", true, null));
                materials.add(material(item, 2, "营业执照", false, "L1000005"));
            }
        }
        return materials;
    }

    private static Material material(
            SeedItem item, int number, String name, boolean demanded, @Nullable String standardCode) {
        var code = item.code();
        var prefix = code == null ? UNKNOWN_CODE : code.baseCode().value() + code.sequence();
        return new Material(
                "M%s%02d".formatted(prefix, number),
                name,
                demanded ? Necessity.REQUIRED : Necessity.OPTIONAL,
                standardCode == null ? Form.ORIGINAL : Form.COPY,
                1,
                MEDIA_TYPES,
                TEN_MEBIBYTES,
                null,
                standardCode,
                demanded);
    }

    private static TimeLimits limits(SeedItem item) {
        var statutory = statutory(item);
        return new TimeLimits(
                days(Math.min(5, statutory.amount()), LICENSING_LAW + "第三十二条", null, true),
                statutory,
                promised(item, statutory.amount()),
                days(10, LICENSING_LAW + "第四十四条", null, true));
    }

    private static Limit statutory(SeedItem item) {
        var days = item.statutoryDays();
        if (days == null) {
            return days(GENERAL_STATUTORY_DAYS, LICENSING_LAW + "第四十二条", "未见专门规定，按一般时限列示，待确认", false);
        }
        return days(
                days,
                item.statutoryBasis(),
                item.statutoryBasis() == null ? "湖南政务服务网载明" : null,
                item.statutoryConfirmed());
    }

    /** The province asks for promises of half the statutory time at most; where no promise is known, that half stands in. */
    private static Limit promised(SeedItem item, int statutoryDays) {
        var days = item.promisedDays();
        return days == null
                ? days(Math.max(1, statutoryDays / 2), null, "按不超过法定时限一半的省级要求暂列，待确认", false)
                : days(days, null, "湖南政务服务网载明", true);
    }

    private static Limit days(int amount, @Nullable String basis, @Nullable String explanation, boolean confirmed) {
        return new Limit(amount, LimitUnit.WORKING_DAY, basis, explanation, confirmed);
    }

    /** Acceptance, review, decision, delivery, within the promise; a promise of a day is shared out by the hour. */
    private static List<ProcessLink> links(SeedItem item, int promisedDays) {
        var department = new Department(item.body().value(), null);
        if (promisedDays < 4) {
            var quarter = new Duration(2 * promisedDays, LimitUnit.HOUR);
            return List.of(
                    new ProcessLink(1, Kind.ACCEPTANCE, "受理", department, quarter),
                    new ProcessLink(2, Kind.REVIEW, "审查", department, quarter),
                    new ProcessLink(3, Kind.DECISION, "决定", department, quarter),
                    new ProcessLink(4, Kind.DELIVERY, "送达", department, quarter));
        }
        var day = new Duration(1, LimitUnit.WORKING_DAY);
        return List.of(
                new ProcessLink(1, Kind.ACCEPTANCE, "受理", department, day),
                new ProcessLink(
                        2, Kind.REVIEW, "审查", department, new Duration(promisedDays - 3, LimitUnit.WORKING_DAY)),
                new ProcessLink(3, Kind.DECISION, "决定", department, day),
                new ProcessLink(4, Kind.DELIVERY, "送达", department, day));
    }
}
