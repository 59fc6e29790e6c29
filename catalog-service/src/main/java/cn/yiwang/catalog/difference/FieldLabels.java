package cn.yiwang.catalog.difference;

import cn.yiwang.catalog.difference.Difference.Label;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says a place of a guide in words: the labels of its members, and the name of the element where there is one. */
final class FieldLabels {

    private static final Map<String, Label> LABELS = read();

    private static final String FORM = "/form/schema/";

    private FieldLabels() {}

    /** The words for a pointer; null when one of its members has none. */
    static @Nullable Label of(String pointer, JsonNode guide) {
        var zh = new StringBuilder();
        var en = new StringBuilder();
        var place = new StringBuilder();
        for (var token : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            place.append('/').append(token);
            if (token.matches("[0-9]+")) {
                var name = nameOf(guide.at(place.toString()));
                if (!name.isEmpty()) {
                    zh.append('“').append(name).append('”');
                    en.append(" \"").append(name).append('"');
                }
                continue;
            }
            var label = LABELS.get(token);
            if (label == null && pointer.startsWith(FORM)) {
                // What the fields of an application form are called is the editor's choice.
                label = new Label(token, token);
            }
            if (label == null) {
                return null;
            }
            zh.append(zh.isEmpty() ? "" : "：").append(label.zh());
            en.append(en.isEmpty() ? "" : ": ").append(label.en());
        }
        return new Label(zh.toString(), en.toString());
    }

    private static String nameOf(JsonNode element) {
        if (!element.isObject()) {
            return element.asString("");
        }
        for (var member : new String[] {"name", "title", "question", "text", "code"}) {
            var text = element.path(member).asString("");
            if (!text.isEmpty()) {
                return text.codePointCount(0, text.length()) > 40
                        ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…"
                        : text;
            }
        }
        return "";
    }

    private static Map<String, Label> read() {
        var stream = Objects.requireNonNull(FieldLabels.class.getResourceAsStream("/labels/guide-fields.csv"));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream()
                    .collect(Collectors.toMap(
                            row -> row.getField("member"), row -> new Label(row.getField("zh"), row.getField("en"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
