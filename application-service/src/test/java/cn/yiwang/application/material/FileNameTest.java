package cn.yiwang.application.material;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

    static String[][] names() {
        return new String[][] {
            {"申请书.pdf", "申请书.pdf"},
            {"../../etc/passwd", "passwd"},
            {"C:\\Users\\x\\申请书.pdf", "申请书.pdf"},
            {"a\u0000b\r\nc.pdf", "abc.pdf"},
            // the right-to-left override that makes exe look like pdf
            {"report\u202Efdp.exe", "reportfdp.exe"},
            {"x\u200B\uFEFF.pdf", "x.pdf"},
            {"<script>.pdf", "_script_.pdf"},
            {"a\";filename=b.pdf", "a__filename=b.pdf"},
            {"e\u0301.pdf", "\u00e9.pdf"},
            {"  .hidden.pdf. ", "hidden.pdf"},
            {"..", "file"},
            {"", "file"},
            {null, "file"},
            {"\uD800.pdf", "pdf"},
            {"😀.png", "😀.png"},
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_is_made_harmless(String given, String kept) {
        assertThat(FileName.clean(given)).isEqualTo(kept);
    }

    @Test
    void a_long_name_keeps_its_extension_and_whole_characters() {
        var name = FileName.clean("😀".repeat(300) + ".pdf");
        assertThat(name).endsWith("😀.pdf");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(FileName.MAXIMUM);
    }

    @Test
    void the_extension_is_what_stands_behind_the_last_dot() {
        assertThat(FileName.extension("a.pdf.EXE")).isEqualTo(".exe");
        assertThat(FileName.extension("a")).isEmpty();
        assertThat(FileName.extension("a." + "x".repeat(40))).isEmpty();
    }
}
