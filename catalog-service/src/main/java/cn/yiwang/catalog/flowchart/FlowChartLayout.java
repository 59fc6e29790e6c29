package cn.yiwang.catalog.flowchart;

import cn.yiwang.catalog.flowchart.Drawing.Arrow;
import cn.yiwang.catalog.flowchart.Drawing.Box;
import cn.yiwang.catalog.flowchart.Drawing.Look;
import cn.yiwang.catalog.flowchart.Drawing.Shape;
import cn.yiwang.catalog.flowchart.Drawing.Style;
import cn.yiwang.catalog.flowchart.Drawing.Text;
import cn.yiwang.catalog.flowchart.Plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Places the steps of a plan from top to bottom. Steps of one order stand side by side in a frame, at most three in a row, the special ones
 * before the ordinary ones; what is in a box
 * decides its height, and the boxes of a row are equally high.
 */
final class FlowChartLayout {

    private static final int MARGIN = 32;
    private static final int BOX_WIDTH = 232;
    private static final int TERMINAL_WIDTH = 300;
    private static final int PADDING = 14;
    private static final int GAP = 20;
    private static final int ARROW = 40;
    private static final int COLUMNS = 3;
    private static final int LEAST_WIDTH = 560;

    private final List<Shape> shapes = new ArrayList<>();
    private final int width;
    private int y = MARGIN;

    private FlowChartLayout(int width) {
        this.width = width;
    }

    static Drawing draw(Plan plan) {
        var groups = new TreeMap<Integer, List<Step>>();
        plan.steps().forEach(step -> groups.computeIfAbsent(step.order(), order -> new ArrayList<>())
                .add(step));
        var columns = groups.values().stream().mapToInt(List::size).max().orElse(1);
        var layout = new FlowChartLayout(
                Math.max(LEAST_WIDTH, rowWidth(Math.min(columns, COLUMNS)) + 2 * (MARGIN + (columns > 1 ? GAP : 0))));
        layout.heading(plan);
        layout.terminal(plan.start());
        groups.values().forEach(steps -> {
            layout.group("特别程序（需要时进行）", steps.stream().filter(Step::isSpecial).toList());
            layout.group(
                    "并联办理（同时进行）",
                    steps.stream().filter(step -> !step.isSpecial()).toList());
        });
        layout.arrow();
        layout.terminal(plan.end());
        return new Drawing(layout.width, layout.y + MARGIN, List.copyOf(layout.shapes));
    }

    private void heading(Plan plan) {
        y = texts(plan.title(), Style.TITLE, center(), y, width - 2 * MARGIN);
        y = texts(plan.subtitle(), Style.SUBTITLE, center(), y, width - 2 * MARGIN) + GAP;
    }

    private void terminal(String text) {
        var lines = TextWrap.lines(text, (double) (TERMINAL_WIDTH - 2 * PADDING) / Style.TERMINAL.size());
        var height = lines.size() * Style.TERMINAL.lineHeight() + PADDING;
        shapes.add(new Box(center() - TERMINAL_WIDTH / 2, y, TERMINAL_WIDTH, height, Look.TERMINAL));
        texts(text, Style.TERMINAL, center(), y + PADDING / 2, TERMINAL_WIDTH - 2 * PADDING);
        y += height;
    }

    private void arrow() {
        shapes.add(new Arrow(center(), y, y + ARROW));
        y += ARROW;
    }

    private void group(String label, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        arrow();
        if (steps.size() == 1) {
            row(steps);
            return;
        }
        var top = y;
        var place = shapes.size();
        var columns = Math.min(steps.size(), COLUMNS);
        y = texts(label, Style.GROUP, center(), y + PADDING / 2, width) + PADDING / 2;
        for (var first = 0; first < steps.size(); first += COLUMNS) {
            row(steps.subList(first, Math.min(first + COLUMNS, steps.size())));
            y += GAP;
        }
        var frame = rowWidth(columns) + 2 * GAP;
        shapes.add(place, new Box(center() - frame / 2, top, frame, y - top, Look.GROUP));
    }

    private void row(List<Step> steps) {
        var height = steps.stream().mapToInt(FlowChartLayout::heightOf).max().orElse(0);
        var x = center() - rowWidth(steps.size()) / 2;
        for (var step : steps) {
            box(step, x, height);
            x += BOX_WIDTH + GAP;
        }
        y += height;
    }

    private void box(Step step, int x, int height) {
        shapes.add(new Box(x, y, BOX_WIDTH, height, step.isSpecial() ? Look.SPECIAL : Look.STEP));
        var middle = x + BOX_WIDTH / 2;
        var inside = BOX_WIDTH - 2 * PADDING;
        var at = y + (height - contentHeight(step)) / 2;
        at = texts(step.name(), Style.NAME, middle, at, inside);
        at = texts(step.department(), Style.DEPARTMENT, middle, at, inside);
        at = texts(step.time(), Style.TIME, middle, at, inside);
        texts(step.remark(), Style.SPECIAL, middle, at, inside);
    }

    /** Writes lines below {@code top} and returns where they end. */
    private int texts(String text, Style style, int middle, int top, int room) {
        var at = top;
        for (var line : TextWrap.lines(text, (double) room / style.size())) {
            // The base line of letters lies a quarter of their size above the end of their line.
            var base = at + (style.lineHeight() + style.size()) / 2 - style.size() / 6;
            shapes.add(new Text(middle, base, line, style));
            at += style.lineHeight();
        }
        return at;
    }

    private static int heightOf(Step step) {
        return contentHeight(step) + 2 * PADDING;
    }

    private static int contentHeight(Step step) {
        return heightOf(step.name(), Style.NAME)
                + heightOf(step.department(), Style.DEPARTMENT)
                + heightOf(step.time(), Style.TIME)
                + heightOf(step.remark(), Style.SPECIAL);
    }

    private static int heightOf(String text, Style style) {
        return TextWrap.lines(text, (double) (BOX_WIDTH - 2 * PADDING) / style.size())
                        .size()
                * style.lineHeight();
    }

    private static int rowWidth(int boxes) {
        return boxes * BOX_WIDTH + (boxes - 1) * GAP;
    }

    private int center() {
        return width / 2;
    }
}
