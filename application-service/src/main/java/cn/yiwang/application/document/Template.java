package cn.yiwang.application.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one kind of document, in force from a day. A document keeps the version that it was made with.
 *
 * @param lines {@code |} a row of a table, {@code >} a paragraph without indent, {@code *} a numbered list, else a paragraph; a line that
 *     begins with {@code ?} is left out when one of its values is
 */
record Template(String kind, int version, LocalDate from, List<String> lines) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    Template {
        lines = List.copyOf(lines);
    }

    /** Everything that these words may say. */
    Set<String> places() {
        return places(lines.stream());
    }

    /** What must be known before these words can be said; lists and optional lines may stay silent. */
    Set<String> required() {
        return places(lines.stream().filter(line -> !line.startsWith("?") && !line.startsWith("*")));
    }

    private static Set<String> places(Stream<String> lines) {
        return lines.flatMap(line -> PLACE.matcher(line).results().map(place -> place.group(1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
