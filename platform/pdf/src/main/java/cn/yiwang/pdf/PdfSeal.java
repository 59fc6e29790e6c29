package cn.yiwang.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Puts a seal into a PDF: a PAdES signature (ETSI EN 319 142-1) whose key may lie in another house. */
public final class PdfSeal {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Room for the signature and two certificates; what is too long for it is refused, never cut. */
    private static final int ROOM = 16 * 1024;

    private PdfSeal() {}

    /**
     * Whose seal it is and what for.
     *
     * @param at shown to readers; the law's day stands in the text itself
     */
    public record Statement(String sealName, String reason, Instant at) {}

    /**
     * The sealed PDF; what was there before stays byte for byte.
     *
     * @param signer makes the detached CMS over a SHA-256 digest; nothing but the digest leaves this method
     */
    public static byte[] seal(byte[] pdf, Statement statement, UnaryOperator<byte[]> signer) {
        var out = new ByteArrayOutputStream(pdf.length + 4 * ROOM);
        try (PDDocument document = Loader.loadPDF(pdf);
                var options = new SignatureOptions()) {
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(dictionary(statement), options);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            signing.setSignature(signer.apply(digest(signing.getContent())));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDSignature dictionary(Statement statement) {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(statement.sealName());
        signature.setReason(statement.reason());
        Calendar at = GregorianCalendar.from(statement.at().atZone(CHINA));
        signature.setSignDate(at);
        return signature;
    }

    private static byte[] digest(InputStream content) throws IOException {
        try (var in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
