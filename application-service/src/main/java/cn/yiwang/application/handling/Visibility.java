package cn.yiwang.application.handling;

import java.util.Map;

/**
 * The one predicate over applications that an actor may see, for every query that answers one: reading, listing, history,
 * materials, worklist and every step.
 *
 * @param sql a condition over {@code application a}; named parameters begin with {@code see}
 */
public record Visibility(String sql, Map<String, Object> parameters) {

    /** For steps that this service takes by itself. */
    static final Visibility EVERYTHING = new Visibility("1 = 1", Map.of());

    public Visibility {
        parameters = Map.copyOf(parameters);
    }
}
