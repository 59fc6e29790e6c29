package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The texts of a workbook to which its cells refer by number. They lie in memory, so both their length and their number are bounded; how
 * many there are is counted here, since a workbook need not say and may say anything.
 */
final class SharedTexts {

    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_TEXTS = 4_000_000;

    /** What XML cannot say is written so, for example a carriage return. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    static SharedTexts read(@Nullable InputStream part) throws IOException, SAXException, ParserConfigurationException {
        var shared = new SharedTexts();
        if (part != null) {
            try (var bounded = new MarkupInput(part, MOST_BYTES)) {
                SheetXml.parse(bounded, shared.new Handler());
            }
        }
        return shared;
    }

    String at(int index) {
        if (index < 0 || index >= texts.size()) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, null);
        }
        return texts.get(index);
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                : text;
    }

    /** A text is made of runs; how it is read aloud stands between them and is no part of it. */
    private final class Handler extends DefaultHandler {

        private final StringBuilder text = new StringBuilder();
        private boolean collecting;
        private boolean aloud;

        @Override
        public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
            switch (name) {
                case "si" -> text.setLength(0);
                case "rPh" -> aloud = true;
                case "t" -> collecting = !aloud;
                default -> {
                    // How the text looks.
                }
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (collecting) {
                text.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualifiedName) {
            switch (name) {
                case "t" -> collecting = false;
                case "rPh" -> aloud = false;
                case "si" -> {
                    if (texts.size() == MOST_TEXTS) {
                        throw new UnreadableFileException(Reason.FILE_EXPANDS_TOO_MUCH, null, MOST_BYTES >> 20);
                    }
                    texts.add(unescaped(text.toString()));
                }
                default -> {
                    // See above.
                }
            }
        }
    }
}
