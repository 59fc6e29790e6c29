package cn.yiwang.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class PdfSealTest {

    private static final PdfSeal.Statement STATEMENT =
            new PdfSeal.Statement("示例局 行政许可专用章", "受理通知书", Instant.parse("2026-11-23T01:30:00Z"));

    private final byte[] page = PdfWriter.write(
            "<html lang=\"zh-CN\"><head><title>通知</title></head><body><p>受理通知书〔2026〕1号</p></body></html>", "Yiwang");

    @Test
    void the_seal_covers_everything_but_itself_and_what_was_there_stays() throws Exception {
        var seen = new AtomicReference<byte[]>();
        var cms = "a signature".getBytes(US_ASCII);
        var sealed = PdfSeal.seal(page, STATEMENT, digest -> {
            seen.set(digest);
            return cms;
        });
        assertThat(Arrays.copyOf(sealed, page.length)).isEqualTo(page);
        try (var document = Loader.loadPDF(sealed)) {
            var signature = document.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getName()).isEqualTo("示例局 行政许可专用章");
            var digest = MessageDigest.getInstance("SHA-256").digest(signature.getSignedContent(sealed));
            assertThat(seen.get()).isEqualTo(digest);
            assertThat(signature.getContents(sealed)).startsWith(cms);
            var range = signature.getByteRange();
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(sealed.length);
        }
    }

    @Test
    void a_signature_for_which_there_is_no_room_is_refused() {
        assertThatThrownBy(() -> PdfSeal.seal(page, STATEMENT, digest -> new byte[20_000]))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_failing_signer_leaves_no_sealed_page() {
        assertThatThrownBy(() -> PdfSeal.seal(page, STATEMENT, digest -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
    }
}
