package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a file is, by its content; names and media types are only claims. */
public enum FileKind {
    CSV,
    ZIPPED_CSV,
    EXCEL,
    JSON,
    ZIPPED_JSON;

    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLE2 = {0xD0, 0xCF, 0x11, 0xE0};
    private static final int MOST_ENTRIES = 1_000;
    private static final int BEGINNING = 64;

    /**
     * Looks at the beginning of the file.
     *
     * @throws UnreadableFileException when it is none of these
     */
    public static FileKind of(Path file) {
        byte[] start;
        try (var stream = Files.newInputStream(file)) {
            start = stream.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, e);
        }
        if (startsWith(start, OLE2)) {
            throw new UnreadableFileException(Reason.OLD_EXCEL_FORMAT, null);
        }
        return startsWith(start, ZIP) ? insideOf(file) : isJson(start) ? JSON : CSV;
    }

    private static FileKind insideOf(Path file) {
        try (var zip = Archives.open(file)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UnreadableFileException(Reason.FILE_DAMAGED, null);
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                return EXCEL;
            }
            var names = zip.stream()
                    .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                    .toList();
            if (names.stream().anyMatch(name -> name.endsWith(".csv"))) {
                return ZIPPED_CSV;
            }
            if (names.size() == 1 && names.getFirst().endsWith(".json")) {
                return ZIPPED_JSON;
            }
            throw new UnreadableFileException(Reason.FILE_FORMAT_UNKNOWN, null);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, e);
        }
    }

    private static boolean isJson(byte[] start) {
        for (byte b : start) {
            if (b == '{' || b == '[') {
                return true;
            }
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && b >= 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] start, int[] signature) {
        return start.length >= signature.length
                && Arrays.equals(
                        signature,
                        IntStream.range(0, signature.length)
                                .map(i -> start[i] & 0xFF)
                                .toArray());
    }
}
