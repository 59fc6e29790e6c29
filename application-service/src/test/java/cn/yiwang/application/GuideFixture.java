package cn.yiwang.application;

import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.guide.Guide.LegalLimit;
import cn.yiwang.application.guide.Guide.Link;
import cn.yiwang.application.guide.Guide.LinkKind;
import cn.yiwang.application.guide.Guide.Material;
import cn.yiwang.application.guide.Guide.Necessity;
import cn.yiwang.application.guide.Guide.ResultKind;
import cn.yiwang.application.guide.Guide.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guide to vary, for tests of rules. */
public final class GuideFixture {

    public static final Coded LEAD = new Coded("11431000MB1938148M", "郴州市市场监督管理局");
    public static final Coded SECOND = new Coded("11431000MBEX00021B", "郴州市住房和城乡建设局（示例）");

    private GuideFixture() {}

    /** 20 working days by law, 13 promised, two departments, one required material. */
    public static Guide pharmacy() {
        return guide(
                new Guide.TimeLimits(
                        workingDays(5, "行政许可法第三十二条"),
                        workingDays(20, "行政许可法第四十二条"),
                        workingDays(13, null),
                        workingDays(10, "行政许可法第四十四条")),
                List.of(
                        new Link(1, LinkKind.ACCEPTANCE, "受理", LEAD, workingDays(1, null)),
                        new Link(2, LinkKind.REVIEW, "审查", LEAD, workingDays(3, null)),
                        new Link(2, LinkKind.REVIEW, "联合审查", SECOND, workingDays(5, null)),
                        new Link(3, LinkKind.DECISION, "决定", LEAD, workingDays(3, null))));
    }

    public static Guide guide(Guide.TimeLimits limits, List<Link> links) {
        return new Guide(
                "11431000MB1938148M300017200500001",
                1,
                "开办药品零售企业许可",
                LEAD,
                new Coded("431000", "郴州市"),
                LocalDate.of(2017, 1, 1),
                null,
                new Guide.Content(
                        List.of(Audience.ORGANIZATION),
                        2,
                        List.of(
                                material("M0001720050000101", Necessity.REQUIRED),
                                material("M0001720050000102", Necessity.LATER_ALLOWED),
                                material("M0001720050000103", Necessity.OPTIONAL)),
                        limits,
                        links,
                        new Guide.Result(ResultKind.CERTIFICATE, "药品经营许可证", "11430000MB1599860M001")));
    }

    /** The guide with a say on how it is dealt with and on its special procedures. */
    public static Guide with(Guide guide, Guide.Handling handling, List<Guide.SpecialProcedure> procedures) {
        var content = guide.guide();
        return new Guide(
                guide.itemCode(),
                guide.version(),
                guide.name(),
                guide.body(),
                guide.division(),
                guide.effectiveFrom(),
                guide.effectiveTo(),
                new Guide.Content(
                        content.audiences(),
                        content.requiredAssurance(),
                        content.materials(),
                        content.timeLimits(),
                        content.links(),
                        content.result(),
                        content.conditions(),
                        handling,
                        procedures));
    }

    public static LegalLimit workingDays(int amount, @Nullable String basis) {
        return new LegalLimit(amount, Unit.WORKING_DAY, basis);
    }

    private static Material material(String code, Necessity necessity) {
        return new Material(code, code, necessity, List.of("application/pdf"), 1024);
    }
}
