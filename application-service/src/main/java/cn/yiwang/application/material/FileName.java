package cn.yiwang.application.material;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file's name made harmless: no path, no control or invisible characters, nothing a file system or a header would trip over. */
final class FileName {

    /** Code points, extension included; the column holds a little more. */
    static final int MAXIMUM = 120;

    private static final String RESERVED = "<>:\"/\\|?*;%";
    private static final String NAMELESS = "file";
    private static final int LONGEST_EXTENSION = 10;

    private FileName() {}

    static String clean(@Nullable String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileName::isVisible).forEach(c -> kept.appendCodePoint(isReserved(c) ? '_' : c));
        String harmless = kept.toString().strip().replaceAll("^[. ]+|[. ]+$", "");
        return shorten(harmless.isEmpty() ? NAMELESS : harmless);
    }

    /** The part behind the last dot in lower case, with the dot; empty when there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > LONGEST_EXTENSION
                ? ""
                : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static String shorten(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= MAXIMUM) {
            return name;
        }
        String extension = extension(name);
        int kept = MAXIMUM - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + extension;
    }

    private static boolean isReserved(int c) {
        return RESERVED.indexOf(c) >= 0;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
