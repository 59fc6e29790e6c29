package cn.yiwang.catalog.transfer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {

    private static final String TEXT = "itemCode,name\n1,第三类医疗器械经营许可（核发）—“药店”㐂\n";

    @ParameterizedTest
    @CsvSource({"UTF-8,false", "UTF-8,true", "GB18030,false", "GB18030,true"})
    void a_text_of_the_offices_is_read_right(String charset, boolean mark) throws IOException {
        assertThat(read(((mark ? "\uFEFF" : "") + TEXT).getBytes(charset))).isEqualTo(TEXT);
    }

    @Test
    void what_a_chinese_windows_saves_is_read_right() throws IOException {
        var text = "名称,药店\n开办药品零售企业许可,是\n";
        assertThat(read(text.getBytes(Charset.forName("GBK")))).isEqualTo(text);
    }

    @Test
    void plain_letters_need_no_guess() throws IOException {
        assertThat(read("a,b\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("a,b\n");
        assertThat(read(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
    void other_encodings_are_found_out(String charset) {
        assertUnknown(TEXT.getBytes(Charset.forName(charset)));
    }

    @Test
    void a_byte_that_fits_no_encoding_is_found_out() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 5] = (byte) 0xFF;
        assertUnknown(bytes);
        byte[] latin = "caf\u00e9 1,\u00e9 2".getBytes(StandardCharsets.ISO_8859_1);
        assertUnknown(latin);
    }

    private static void assertUnknown(byte[] bytes) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(UnreadableFileException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Reason.ENCODING_UNKNOWN));
    }

    private static String read(byte[] bytes) throws IOException {
        try (var reader = Encodings.reader(() -> new ByteArrayInputStream(bytes))) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
