package cn.yiwang.catalog.transfer.content;

import java.util.List;

/**
 * A column of a table: where its value lies in the JSON, and what kind of value it is.
 *
 * @param required whether the value cannot be missing where the part it belongs to is there
 * @param choices the values of a choice
 */
record Column(List<String> path, Kind kind, boolean required, List<String> choices) {

    /** Kinds of values. */
    enum Kind {
        TEXT,
        INTEGER,
        BOOLEAN,
        CHOICE,
        DATE,
        /** Texts with a bar between them, or a JSON list. */
        TEXTS,
        /** Choices with a bar between them. */
        CHOICES,
        /** Everything deeper, as JSON. */
        JSON
    }

    /** The heading: the path with dots. */
    String name() {
        return String.join(".", path);
    }

    static Column text(String name) {
        return new Column(List.of(name), Kind.TEXT, false, List.of());
    }
}
