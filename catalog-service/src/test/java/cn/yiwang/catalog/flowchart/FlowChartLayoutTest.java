package cn.yiwang.catalog.flowchart;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.flowchart.Drawing.Arrow;
import cn.yiwang.catalog.flowchart.Drawing.Box;
import cn.yiwang.catalog.flowchart.Drawing.Look;
import cn.yiwang.catalog.flowchart.Drawing.Text;
import cn.yiwang.catalog.flowchart.Plan.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowChartLayoutTest {

    private static final Path GOLDEN = Path.of("src/test/resources/flowchart/parallel-review.svg");

    /** Orders of the steps, and how many boxes stand in each row. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1 2 3, 1 1 1",
        "1 2 2 3, 1 2 1",
        "3 1 2 2 2, 1 3 1",
        "1 2 2 2 2 2 3, 1 3 2 1",
    })
    void steps_of_one_order_stand_side_by_side_three_at_most(String orders, String rows) {
        var drawing = draw(orders);
        assertThat(rowsOf(drawing)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"1", "1 2 3", "1 2 2 3", "1 2 2 2 2 2 2 2 3 3"})
    void nothing_overlaps_and_nothing_leaves_the_page(String orders) {
        var drawing = draw(orders);
        var boxes = boxes(drawing);
        for (var box : boxes) {
            assertThat(box.x()).isGreaterThanOrEqualTo(0);
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
            for (var other : boxes) {
                assertThat(box == other || apart(box, other)).isTrue();
            }
        }
        drawing.shapes().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .forEach(text -> {
                    var half = TextWrap.width(text.text()) * text.style().size() / 2;
                    assertThat(text.x() - half).isGreaterThanOrEqualTo(0);
                    assertThat(text.x() + half).isLessThanOrEqualTo(drawing.width());
                });
    }

    @Test
    void arrows_lead_from_one_row_to_the_next() {
        var arrows = draw("1 2 2 3").shapes().stream()
                .filter(Arrow.class::isInstance)
                .map(Arrow.class::cast)
                .toList();
        assertThat(arrows).hasSize(4).allSatisfy(arrow -> assertThat(arrow.toY())
                .isGreaterThan(arrow.fromY()));
    }

    @Test
    void a_special_procedure_looks_special_and_says_why() {
        var drawing = FlowChartLayout.draw(plan(List.of(new Step(1, "听证", "某局", "办理时限：20个工作日", "特别程序（不计入办理时限）"))));
        assertThat(boxes(drawing)).extracting(Box::look).containsExactly(Look.TERMINAL, Look.SPECIAL, Look.TERMINAL);
        assertThat(Svg.write(drawing, "题", "述")).contains("特别程序");
    }

    @Test
    void special_procedures_stand_before_the_step_that_waits_for_them() {
        var drawing = FlowChartLayout.draw(plan(List.of(
                new Step(1, "受理", "某局", "1个工作日", ""),
                new Step(2, "决定", "某局", "3个工作日", ""),
                new Step(2, "听证", "依据：某法", "", "特别程序，不计入办理时限"),
                new Step(2, "专家评审", "依据：某法", "", "特别程序，不计入办理时限"))));
        assertThat(boxes(drawing))
                .extracting(Box::look)
                .containsExactly(Look.TERMINAL, Look.STEP, Look.SPECIAL, Look.SPECIAL, Look.STEP, Look.TERMINAL);
        assertThat(Svg.write(drawing, "题", "述")).contains("特别程序（需要时进行）").doesNotContain("并联办理");
    }

    @Test
    void hostile_names_stay_text() throws Exception {
        var svg = Svg.write(
                FlowChartLayout.draw(plan(List.of(new Step(1, "<script>alert(1)</script>&\"'", "]]>", "1", "")))),
                "</title><script/>",
                "<!--");
        assertThat(svg).doesNotContain("<script").doesNotContain("]]>");
        wellFormed(svg);
    }

    /** Written anew with -Dyiwang.golden.update=true; then look at it. */
    @Test
    void the_chart_with_parallel_reviews_is_drawn_as_it_was_when_somebody_last_looked() throws Exception {
        var steps = List.of(
                new Step(1, "受理", "郴州市市场监督管理局", "办理时限：1个工作日", ""),
                new Step(2, "审查", "郴州市市场监督管理局", "办理时限：7个工作日", ""),
                new Step(2, "联合审查", "郴州市住房和城乡建设局（示例）", "办理时限：5个工作日", ""),
                new Step(3, "现场核查与专家评审", "郴州市市场监督管理局", "办理时限：30个工作日", "特别程序：专家评审（不计入办理时限）"),
                new Step(4, "决定", "郴州市市场监督管理局", "办理时限：3个工作日", ""),
                new Step(5, "送达", "郴州市市场监督管理局", "办理时限：即时办理", ""));
        var svg = Svg.write(FlowChartLayout.draw(plan(steps)), "开办药品零售企业许可办理流程图", "流程图");
        wellFormed(svg);
        if (Boolean.getBoolean("yiwang.golden.update")) {
            Files.writeString(GOLDEN, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(GOLDEN));
    }

    private static Drawing draw(String orders) {
        return FlowChartLayout.draw(plan(Arrays.stream(orders.split(" "))
                .map(order ->
                        new Step(Integer.parseInt(order), "第%s步的名称比较长需要换行显示".formatted(order), "某市某局", "3个工作日", ""))
                .toList()));
    }

    private static Plan plan(List<Step> steps) {
        return new Plan(
                "开办药品零售企业许可办理流程图", "郴州市市场监督管理局　11431000MB1938148M300017200500001", "申请人提出申请", steps, "办结：药品经营许可证");
    }

    private static List<Box> boxes(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .filter(box -> box.look() != Look.GROUP)
                .toList();
    }

    private static String rowsOf(Drawing drawing) {
        var rows = new ArrayList<Integer>();
        var last = -1;
        for (var box : boxes(drawing)) {
            if (box.look() == Look.TERMINAL) {
                continue;
            }
            if (box.y() == last) {
                rows.set(rows.size() - 1, rows.getLast() + 1);
            } else {
                rows.add(1);
            }
            last = box.y();
        }
        return String.join(" ", rows.stream().map(String::valueOf).toList());
    }

    private static boolean apart(Box one, Box other) {
        return one.x() + one.width() <= other.x()
                || other.x() + other.width() <= one.x()
                || one.y() + one.height() <= other.y()
                || other.y() + other.height() <= one.y();
    }

    private static void wellFormed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (var in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))) {
            assertThat(factory.newDocumentBuilder()
                            .parse(in)
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
        } catch (IOException e) {
            throw new AssertionError(svg, e);
        }
    }
}
