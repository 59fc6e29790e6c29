package cn.yiwang.pdf;

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
 * Writes pages as PDF, with the characters that they show embedded, and fetches nothing from anywhere. The font is read once, at the first
 * page, and serves one page at a time.
 */
public final class PdfWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PdfWriter.class);
    private static final String FAMILY = "WenQuanYi Micro Hei";
    private static final int NORMAL = 400;

    private PdfWriter() {}

    /**
     * The PDF of well-formed HTML.
     *
     * @param producer the program that the file names as its maker
     */
    public static synchronized byte[] write(String html, String producer) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var embedded = PDType0Font.load(document, Typeface.FONT, true);
            new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useFont(new PDFontSupplier(embedded), FAMILY, NORMAL, FontStyle.NORMAL, true)
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .usePdfUaAccessibility(true)
                    .withProducer(producer)
                    .withDiagnosticConsumer(diagnostic -> {
                        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
                            LOG.warn("Printing a page: {}", diagnostic.getFormattedMessage());
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

    private static final class Typeface {

        static final TrueTypeFont FONT = read();

        static {
            // What goes wrong is told to the writer's own consumer.
            XRLog.setLoggingEnabled(false);
        }

        private static TrueTypeFont read() {
            try (var file = PdfWriter.class.getResourceAsStream("/fonts/WenQuanYiMicroHei.ttf")) {
                return new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
