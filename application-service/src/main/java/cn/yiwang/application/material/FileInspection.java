package cn.yiwang.application.material;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Tells what a file is from its content, and whether its name and its declared type say the same. */
final class FileInspection {

    private static final String ANYTHING = "application/octet-stream";

    /** How the usual types begin, byte for byte; Tika alone also finds a signature behind leading junk. */
    private static final Map<String, List<byte[]>> BEGINNINGS = Map.of(
            "application/pdf", List.of(ascii("%PDF-")),
            "image/jpeg", List.of(bytes(0xFF, 0xD8, 0xFF)),
            "image/png", List.of(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')));

    private final Tika tika = new Tika();
    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** The verdict over one file. */
    sealed interface Verdict {

        /** Name, declared type and content agree, and the type is allowed. */
        record Genuine(String mediaType) implements Verdict {}

        /** The content is of a type that may not be handed in here. */
        record NotAllowed(String mediaType) implements Verdict {}

        /** The name or the declared type says something else than the content. */
        record Lies(String mediaType) implements Verdict {}
    }

    /**
     * Judges a file by its first bytes.
     *
     * @param declared the content type that the client sent; null or octet-stream when it did not know
     * @param allowed the media types that the guide names
     */
    Verdict judge(byte[] head, String fileName, @Nullable String declared, Collection<String> allowed) {
        String found = detect(head);
        if (!allowed.contains(found)) {
            return allowed.contains(withoutParameters(declared))
                    ? new Verdict.Lies(found)
                    : new Verdict.NotAllowed(found);
        }
        boolean typeAgrees = declared == null
                || ANYTHING.equals(withoutParameters(declared))
                || found.equals(withoutParameters(declared));
        return typeAgrees && extensions(found).contains(FileName.extension(fileName))
                ? new Verdict.Genuine(found)
                : new Verdict.Lies(found);
    }

    private String detect(byte[] head) {
        String found = tika.detect(head);
        List<byte[]> beginnings = BEGINNINGS.get(found);
        return beginnings == null || beginnings.stream().anyMatch(beginning -> startsWith(head, beginning))
                ? found
                : ANYTHING;
    }

    private List<String> extensions(String mediaType) {
        try {
            return types.forName(mediaType).getExtensions();
        } catch (MimeTypeException unknown) {
            return List.of();
        }
    }

    private static String withoutParameters(@Nullable String type) {
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWith(byte[] head, byte[] beginning) {
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
