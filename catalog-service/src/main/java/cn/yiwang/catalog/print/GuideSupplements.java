package cn.yiwang.catalog.print;

import cn.yiwang.catalog.flowchart.LimitText;
import cn.yiwang.catalog.guide.Contacts.Contact;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Handling;
import cn.yiwang.catalog.guide.Remedies.Authority;
import cn.yiwang.catalog.guide.ServicePoint;
import cn.yiwang.catalog.guide.ServicePoint.OpeningHours;
import cn.yiwang.catalog.guide.SpecialProcedure;
import cn.yiwang.catalog.print.Html.Fact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a guide may say beyond what every guide has to say; parts that it lacks get no section. */
final class GuideSupplements {

    private GuideSupplements() {}

    static void write(Html html, Guide guide) {
        specialProcedures(html, guide);
        handling(html, guide.handling());
        intermediaryServices(html, guide);
        places(html, guide);
        contacts(html, guide);
        lines(html, "申请人权利", guide.rights());
        lines(html, "申请人义务", guide.duties());
        remedies(html, guide);
        faq(html, guide);
    }

    private static void specialProcedures(Html html, Guide guide) {
        if (!guide.specialProcedures().isEmpty()) {
            html.section("特别程序")
                    .table(
                            List.of("程序", "依据", "一般用时", "是否计入时限"),
                            guide.specialProcedures().stream()
                                    .map(GuideSupplements::specialProcedure)
                                    .toList());
        }
    }

    private static List<String> specialProcedure(SpecialProcedure procedure) {
        var expected = procedure.expected();
        return List.of(
                joined(procedure.name(), procedure.explanation()),
                procedure.basis(),
                expected == null ? "另行书面告知" : LimitText.of(expected.amount(), expected.unit()),
                procedure.excluded() ? "不计入" : "计入");
    }

    private static void handling(Html html, @Nullable Handling handling) {
        if (handling == null) {
            return;
        }
        var appointment = handling.appointment();
        var commitment = handling.commitment();
        var quantity = handling.quantityLimit();
        html.section("办理方式")
                .facts(List.of(
                        new Fact("办件类型", handling.caseType() == null ? null : HandlingWords.of(handling.caseType())),
                        new Fact(
                                "审查类型",
                                handling.examination() == null ? null : HandlingWords.of(handling.examination())),
                        new Fact(
                                "办理形式",
                                handling.channels().stream()
                                        .map(HandlingWords::of)
                                        .collect(Collectors.joining("、"))),
                        new Fact(
                                "网上办理深度",
                                handling.onlineDepth() == null ? null : HandlingWords.of(handling.onlineDepth())),
                        new Fact("网上办理地址", handling.onlineUrl()),
                        new Fact(
                                "通办范围",
                                handling.crossRegion() == null ? null : HandlingWords.of(handling.crossRegion())),
                        new Fact(
                                "预约",
                                appointment == null
                                        ? null
                                        : joined(HandlingWords.of(appointment.mode()), appointment.rule())),
                        new Fact("材料可以邮寄", HandlingWords.yesOrNo(handling.materialsByMail())),
                        new Fact("结果可以邮寄", HandlingWords.yesOrNo(handling.resultByMail())),
                        new Fact("网上缴费", HandlingWords.yesOrNo(handling.paidOnline())),
                        new Fact("自助终端办理", HandlingWords.yesOrNo(handling.selfService())),
                        new Fact(
                                "告知承诺",
                                commitment == null
                                        ? null
                                        : joined(commitment.allowed() ? "适用" : "不适用", commitment.scope())),
                        new Fact(
                                "数量限制",
                                quantity == null
                                        ? null
                                        : joined(quantity.limited() ? "有" : "无", quantity.explanation()))));
    }

    private static void intermediaryServices(Html html, Guide guide) {
        if (!guide.intermediaryServices().isEmpty()) {
            html.section("中介服务")
                    .table(
                            List.of("服务", "依据", "付费方"),
                            guide.intermediaryServices().stream()
                                    .map(service -> List.of(
                                            joined(service.name(), service.explanation()),
                                            service.basis(),
                                            HandlingWords.of(service.payer())))
                                    .toList());
        }
    }

    private static void places(Html html, Guide guide) {
        if (!guide.places().isEmpty()) {
            html.section("办理地点和时间")
                    .table(
                            List.of("地点", "地址", "电话", "时间"),
                            guide.places().stream().map(GuideSupplements::place).toList());
        }
    }

    private static List<String> place(ServicePoint place) {
        return List.of(
                joined(place.name(), place.window()),
                place.address(),
                Objects.requireNonNullElse(place.phone(), ""),
                place.hours().stream().map(GuideSupplements::hours).collect(Collectors.joining("\n")));
    }

    private static String hours(OpeningHours hours) {
        var days = hours.days().stream().sorted().map(HandlingWords::of).collect(Collectors.joining("、"));
        var season = hours.season() == null ? "" : hours.season() + "　";
        var period = hours.from() == null || hours.to() == null ? "" : hours.from() + "至" + hours.to() + "　";
        return season + period + days + "　" + hours.opens() + "—" + hours.closes();
    }

    private static void contacts(Html html, Guide guide) {
        var contacts = guide.contacts();
        if (contacts != null) {
            lines(
                    html,
                    "咨询方式",
                    contacts.consultation().stream()
                            .map(GuideSupplements::contact)
                            .toList());
            lines(
                    html,
                    "监督投诉方式",
                    contacts.complaint().stream().map(GuideSupplements::contact).toList());
        }
    }

    private static String contact(Contact contact) {
        return HandlingWords.of(contact.way()) + "：" + contact.value()
                + (contact.note() == null ? "" : "（" + contact.note() + "）");
    }

    private static void remedies(Html html, Guide guide) {
        var remedies = guide.remedies();
        if (remedies != null && (remedies.review() != null || remedies.litigation() != null)) {
            html.section("行政复议和行政诉讼")
                    .facts(List.of(
                            new Fact("行政复议", authority(remedies.review())),
                            new Fact("行政诉讼", authority(remedies.litigation()))));
        }
    }

    private static @Nullable String authority(@Nullable Authority authority) {
        return authority == null
                ? null
                : joined(authority.name(), authority.address(), authority.phone(), authority.url());
    }

    private static void faq(Html html, Guide guide) {
        if (!guide.faq().isEmpty()) {
            html.section("常见问题");
            guide.faq().forEach(faq -> html.paragraph("问：" + faq.question()).paragraph("答：" + faq.answer()));
        }
    }

    private static void lines(Html html, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            html.section(title).list(lines, "");
        }
    }

    /** The parts that are there, each on a line of its own. */
    static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
