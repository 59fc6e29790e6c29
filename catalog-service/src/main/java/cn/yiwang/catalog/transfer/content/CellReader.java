package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.transfer.content.Column.Kind;
import cn.yiwang.catalog.transfer.table.Cell;
import cn.yiwang.catalog.transfer.table.Cell.Nature;
import cn.yiwang.catalog.transfer.table.Formulas;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes the value out of a cell, or says why there is none. */
final class CellReader {

    /** What a JSON column may hold; texts have the bounds of their elements besides. */
    static final int LONGEST_CELL = 100_000;

    private static final String BAR = "|";
    private static final int SHOWN = 40;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Findings findings;

    CellReader(Findings findings) {
        this.findings = findings;
    }

    /** The value; null when the cell is empty or has a finding. */
    @Nullable JsonNode read(Column column, Cell cell, Place place) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (cell.nature()) {
            case FORMULA -> fault(place, "cell-formula");
            case ERROR -> fault(place, "cell-error", cell.text());
            case DATE ->
                column.kind() == Kind.DATE
                        ? NODES.stringNode(cell.text())
                        : fault(place, "date-not-expected", cell.text());
            case TEXT, NUMBER -> value(column, cell, place);
        };
    }

    private @Nullable JsonNode value(Column column, Cell cell, Place place) {
        var raw = cell.text();
        if (raw.length() > LONGEST_CELL) {
            return fault(place, "cell-too-long", LONGEST_CELL);
        }
        if (cell.nature() == Nature.TEXT && column.kind() != Kind.INTEGER && Formulas.isDangerous(raw)) {
            return fault(place, "formula-injection", shown(raw));
        }
        var text = Formulas.restored(raw).replace("\r\n", "\n");
        return switch (column.kind()) {
            case TEXT -> NODES.stringNode(text);
            case INTEGER -> integer(text.strip(), place);
            case BOOLEAN -> truth(text.strip(), place);
            case CHOICE -> choice(column, text.strip(), place);
            case DATE -> date(text.strip(), place);
            case TEXTS, CHOICES -> list(column, text, place);
            case JSON -> json(text, place);
        };
    }

    private @Nullable JsonNode integer(String text, Place place) {
        return text.matches("-?[0-9]{1,18}")
                ? NODES.numberNode(Long.parseLong(text))
                : fault(place, "number-expected", shown(text));
    }

    private @Nullable JsonNode truth(String text, Place place) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "是" -> NODES.booleanNode(true);
            case "false", "否" -> NODES.booleanNode(false);
            default -> fault(place, "truth-expected", shown(text));
        };
    }

    private @Nullable JsonNode choice(Column column, String text, Place place) {
        return column.choices().contains(text)
                ? NODES.stringNode(text)
                : fault(place, "choice-unknown", shown(text), String.join(", ", column.choices()));
    }

    private @Nullable JsonNode date(String text, Place place) {
        try {
            return NODES.stringNode(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return fault(place, "date-expected", shown(text));
        }
    }

    private @Nullable JsonNode list(Column column, String text, Place place) {
        if (text.startsWith("[")) {
            return json(text, place);
        }
        var parts = splitAtBars(text);
        if (column.kind() == Kind.CHOICES) {
            for (var part : parts) {
                if (!column.choices().contains(part)) {
                    return fault(place, "choice-unknown", shown(part), String.join(", ", column.choices()));
                }
            }
        }
        var list = NODES.arrayNode();
        parts.forEach(list::add);
        return list;
    }

    private @Nullable JsonNode json(String text, Place place) {
        try {
            return TransferJson.MAPPER.readTree(text);
        } catch (JacksonException e) {
            return fault(place, "json-damaged");
        }
    }

    /** How a list of texts is written into a cell. */
    static String joined(List<String> texts) {
        boolean plain = !texts.isEmpty()
                && !texts.getFirst().startsWith("[")
                && texts.stream().noneMatch(text -> text.isBlank() || text.contains(BAR) || !text.equals(text.strip()));
        return plain ? String.join(BAR, texts) : TransferJson.MAPPER.writeValueAsString(texts);
    }

    private static List<String> splitAtBars(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }

    private @Nullable JsonNode fault(Place place, String code, Object... arguments) {
        findings.blocking(place, code, arguments);
        return null;
    }

    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
