package cn.yiwang.benchmarks;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that one run measured, as JSON for machines and as a table for people. */
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int NAME_WIDTH = 46;

    private final Map<String, Object> root = Collections.synchronizedMap(new LinkedHashMap<>());

    void put(String part, Map<String, Object> values) {
        root.put(part, values);
    }

    /** Which of these parts nothing was put in for. */
    List<String> missing(Collection<String> parts) {
        return parts.stream().filter(part -> !root.containsKey(part)).toList();
    }

    /** A number somewhere below, 0 when it was not measured. */
    double number(String... path) {
        Object value = root;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    String json() {
        return JSON.writeValueAsString(root);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        root.forEach((part, values) -> {
            table.append('\n').append(part).append('\n');
            rows(table, "  ", values);
        });
        return table.toString();
    }

    private static void rows(StringBuilder table, String indent, Object values) {
        if (!(values instanceof Map<?, ?> map)) {
            return;
        }
        map.forEach((name, value) -> {
            String label = indent + name;
            if (isPercentiles(value)) {
                line(table, label, percentiles((Map<?, ?>) value));
            } else if (value instanceof Map<?, ?>) {
                table.append(label).append('\n');
                rows(table, indent + "  ", value);
            } else {
                line(table, label, String.valueOf(value));
            }
        });
    }

    private static boolean isPercentiles(Object value) {
        return value instanceof Map<?, ?> map && map.containsKey("p50");
    }

    private static String percentiles(Map<?, ?> values) {
        return String.format(
                Locale.ROOT, "p50 %s   p95 %s   p99 %s", values.get("p50"), values.get("p95"), values.get("p99"));
    }

    private static void line(StringBuilder table, String label, String value) {
        table.append(label)
                .append(" ".repeat(Math.max(1, NAME_WIDTH - label.length())))
                .append(value)
                .append('\n');
    }
}
