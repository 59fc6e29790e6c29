package cn.yiwang.starter.paging;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sort key of a page's last row, opaque to callers. A cursor is no secret and grants nothing: the query that it
 * continues applies the same predicate as before.
 */
public final class Cursor {

    private static final int MAXIMUM_LENGTH = 512;
    private static final char SEPARATOR = '\n';

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /** Writes a cursor; no part may contain a line break. */
    public static String encode(Object... parts) {
        String text = Stream.of(parts).map(Object::toString).collect(Collectors.joining("\n"));
        if (text.chars().filter(c -> c == SEPARATOR).count() != parts.length - 1L) {
            throw new IllegalArgumentException("a part of a cursor contains a line break");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor that came from a caller.
     *
     * @throws ProblemException 400 when the text is no cursor of this many parts
     */
    public static Cursor decode(String text, int parts) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw invalid();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> found = List.of(joined.split(String.valueOf(SEPARATOR), -1));
            if (found.size() != parts || joined.chars().anyMatch(c -> c != SEPARATOR && Character.isISOControl(c))) {
                throw invalid();
            }
            return new Cursor(found);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    /** Returns a part as a number; 400 when it is none. */
    public long longAt(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    public String textAt(int index) {
        return parts.get(index);
    }

    private static ProblemException invalid() {
        return new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
    }
}
