package cn.yiwang.catalog.flowchart;

import cn.yiwang.catalog.flowchart.Plan.Step;
import cn.yiwang.catalog.guide.ProcessLink;
import cn.yiwang.catalog.item.ItemVersionView;
import java.util.Objects;
import java.util.stream.Collectors;

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
                version.guide().links().stream().map(FlowChart::step).toList(),
                result == null ? "办结" : "办结：" + result);
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
                + plan.steps().stream()
                        .map(step -> "第%d步%s（%s，%s%s）"
                                .formatted(
                                        step.order(),
                                        step.name(),
                                        step.department(),
                                        step.time(),
                                        step.isSpecial() ? "，" + step.remark() : ""))
                        .collect(Collectors.joining("；"))
                + "；"
                + plan.end()
                + "。";
    }
}
