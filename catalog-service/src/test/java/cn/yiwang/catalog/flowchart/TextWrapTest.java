package cn.yiwang.catalog.flowchart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWrapTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "受理 | 5 | 受理",
                "郴州市住房和城乡建设局 | 6 | 郴州市住房和/城乡建设局",
                "郴州市住房和城乡建设局（示例） | 11 | 郴州市住房和城乡建设局/（示例）",
                "甲乙丙，丁 | 3 | 甲乙/丙，丁",
                "甲乙（丙丁） | 3 | 甲乙/（丙/丁）",
                "使用OFD format文件 | 6 | 使用OFD/format文件",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ | 5 | ABCDEFGH/IJKLMNOP/QRSTUVWX/YZ",
                "'' | 5 | ''",
            })
    void text_breaks_by_width_and_by_the_customs_of_chinese(String text, double width, String lines) {
        assertThat(String.join("/", TextWrap.lines(text, width))).isEqualTo(lines);
    }

    @Test
    void nothing_is_lost_and_no_line_is_too_wide() {
        var text = "经审查，（申请材料）“符合”法定条件的；作出准予许可的决定 within 20 working days 𠮷。".repeat(5);
        for (var width = 3; width < 30; width++) {
            var lines = TextWrap.lines(text, width);
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
            // One closing mark may hang over the edge.
            for (var line : lines) {
                assertThat(TextWrap.width(line)).as(line).isLessThanOrEqualTo(width + 1.0);
            }
        }
    }
}
