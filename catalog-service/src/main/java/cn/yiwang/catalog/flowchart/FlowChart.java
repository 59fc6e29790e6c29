package cn.yiwang.catalog.flowchart;

import cn.yiwang.catalog.flowchart.Plan.Step;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.ProcessLink;
import cn.yiwang.catalog.guide.SpecialProcedure;
import cn.yiwang.catalog.item.ItemVersionView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flow chart of one version of a guide. */
final class FlowChart {

    private FlowChart() {}

    static String svg(ItemVersionView version) {
        var plan = plan(version);
        return Svg.write(FlowChartLayout.draw(plan), plan.title(), inWords(plan));
    }

    private static Plan plan(ItemVersionView version) {
        var result = version.guide().result().name();
        return new Plan(
                version.name() + "办理流程图",
                version.body().name() + "　" + version.itemCode(),
                "申请人提出申请",
                steps(version.guide()),
                result == null ? "办结" : "办结：" + result);
    }

    /** Special procedures come before the decision that waits for them. */
    private static List<Step> steps(Guide guide) {
        var decision = guide.links().stream()
                .filter(link -> link.kind() == ProcessLink.Kind.DECISION)
                .mapToInt(ProcessLink::order)
                .min()
                .orElse(Integer.MAX_VALUE);
        return Stream.concat(
                        guide.links().stream().map(FlowChart::step),
                        guide.specialProcedures().stream().map(procedure -> step(procedure, decision)))
                .toList();
    }

    private static Step step(SpecialProcedure procedure, int order) {
        var expected = procedure.expected();
        return new Step(
                order,
                procedure.name(),
                "依据：" + procedure.basis(),
                expected == null ? "" : "一般用时：" + LimitText.of(expected.amount(), expected.unit()),
                procedure.excluded() ? "特别程序，不计入办理时限" : "特别程序，计入办理时限");
    }

    private static Step step(ProcessLink link) {
        return new Step(
                link.order(),
                link.name(),
                Objects.requireNonNullElse(
                        link.department().name(), link.department().code()),
                "办理时限：" + LimitText.of(link.limit().amount(), link.limit().unit()),
                "");
    }

    private static String inWords(Plan plan) {
        return plan.start()
                + "；"
                + plan.steps().stream().map(FlowChart::inWords).collect(Collectors.joining("；"))
                + "；"
                + plan.end()
                + "。";
    }

    private static String inWords(Step step) {
        var details = Stream.of(step.department(), step.time(), step.remark())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("，"));
        return (step.isSpecial() ? "需要时" : "第" + step.order() + "步") + step.name() + "（" + details + "）";
    }
}
