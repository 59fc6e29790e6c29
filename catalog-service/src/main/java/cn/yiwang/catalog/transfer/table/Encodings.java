package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Recognises in which encoding a text file was saved: UTF-8, with or without a byte order mark, or what Excel saves on a Chinese
 * Windows (GBK, read as its superset GB18030). A text is taken only if every byte of it fits; nothing is replaced.
 */
final class Encodings {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Charset> CANDIDATES = List.of(StandardCharsets.UTF_8, GB18030);
    private static final int BOM = 0xFEFF;

    private Encodings() {}

    /** Opens the same content anew each time. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** A reader that begins after the byte order mark, if there is one. */
    static Reader reader(Content content) throws IOException {
        var charset = CANDIDATES.stream()
                .filter(candidate -> fits(content, candidate))
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(Reason.ENCODING_UNKNOWN, null));
        var reader = strict(content.open(), charset);
        try {
            return afterMark(reader, content, charset);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Reader afterMark(Reader reader, Content content, Charset charset) throws IOException {
        if (reader.read() == BOM) {
            return reader;
        }
        reader.close();
        return strict(content.open(), charset);
    }

    private static boolean fits(Content content, Charset charset) {
        try (var reader = strict(content.open(), charset)) {
            var buffer = new char[1 << 16];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                if (holdsWhatNobodyTypes(buffer, n)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, e);
        }
    }

    /** A zero is how UTF-16 and binary files give themselves away; unassigned and private characters show a wrong guess. */
    private static boolean holdsWhatNobodyTypes(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (text[i] == 0 || (text[i] >= '\uE000' && text[i] <= '\uF8FF') || !Character.isDefined(text[i])) {
                return true;
            }
        }
        return false;
    }

    private static Reader strict(InputStream stream, Charset charset) {
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
