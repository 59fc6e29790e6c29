package cn.yiwang.catalog.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes pages as PDF, with the characters that they show embedded. The font is read once and can be used by one thread at a time, so a writer
 * writes one page at a time; it fetches nothing from anywhere.
 */
final class PdfWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PdfWriter.class);
    private static final String FAMILY = "WenQuanYi Micro Hei";
    private static final int NORMAL = 400;

    private final TrueTypeFont font = font();

    PdfWriter() {
        XRLog.setLoggingEnabled(false);
    }

    /** The PDF of well-formed HTML. */
    synchronized byte[] write(String html) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var embedded = PDType0Font.load(document, font, true);
            new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useFont(new PDFontSupplier(embedded), FAMILY, NORMAL, FontStyle.NORMAL, true)
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withProducer("Yiwang catalog-service")
                    .withDiagnosticConsumer(diagnostic -> {
                        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
                            LOG.warn("Printing a guide: {}", diagnostic.getFormattedMessage());
                        }
                    })
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont font() {
        try (var file = PdfWriter.class.getResourceAsStream("/fonts/WenQuanYiMicroHei.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
