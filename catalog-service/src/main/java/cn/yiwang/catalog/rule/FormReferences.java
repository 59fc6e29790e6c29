package cn.yiwang.catalog.rule;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form refers to within itself. A reference has to lead to a schema, and must not come back to itself without going down into the
 * document: the first breaks whoever validates an application, the second never ends.
 */
record FormReferences(Map<String, Object> schema) {

    private static final String ROOT = "#";
    private static final Set<String> HERE = Set.of("if", "then", "else", "not");
    private static final Set<String> EACH_HERE = Set.of("allOf", "anyOf", "oneOf", "dependentSchemas");

    static FormReferences of(Map<String, Object> schema) {
        return new FormReferences(schema);
    }

    /** Broken references by the places where they stand, as JSON pointers. */
    Map<String, String> broken() {
        var broken = new LinkedHashMap<String, String>();
        collect(schema, "", broken);
        return broken;
    }

    private void collect(@Nullable Object value, String pointer, Map<String, String> broken) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> {
                var place = pointer + "/" + escaped(String.valueOf(key));
                if ("$ref".equals(key) && child instanceof String reference && isBroken(reference)) {
                    broken.put(place, reference);
                }
                collect(child, place, broken);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), pointer + "/" + i, broken);
            }
        }
    }

    private boolean isBroken(String reference) {
        var target = target(reference);
        return !(target instanceof Boolean)
                && (!(target instanceof Map<?, ?>) || comesBack(target, reference, new HashSet<>()));
    }

    /** Whether a schema applies the reference to the very value that it is itself applied to. */
    private boolean comesBack(@Nullable Object here, String reference, Set<String> seen) {
        if (!(here instanceof Map<?, ?> map)) {
            return false;
        }
        for (var entry : map.entrySet()) {
            var keyword = String.valueOf(entry.getKey());
            var child = entry.getValue();
            boolean back =
                    switch (child) {
                        case String next
                        when keyword.equals("$ref") ->
                            next.equals(reference) || (seen.add(next) && comesBack(target(next), reference, seen));
                        case List<?> list
                        when EACH_HERE.contains(keyword) ->
                            list.stream().anyMatch(one -> comesBack(one, reference, seen));
                        case Map<?, ?> each
                        when EACH_HERE.contains(keyword) ->
                            each.values().stream().anyMatch(one -> comesBack(one, reference, seen));
                        case Map<?, ?> one when HERE.contains(keyword) -> comesBack(one, reference, seen);
                        case null, default -> false;
                    };
            if (back) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object target(String reference) {
        if (!reference.startsWith(ROOT + "/")) {
            return null;
        }
        Object here = schema;
        for (var step : reference.substring(2).split("/", -1)) {
            var name = step.replace("~1", "/").replace("~0", "~");
            here = switch (here) {
                case Map<?, ?> map -> map.get(name);
                case List<?> list
                when name.matches("[0-9]{1,3}") && Integer.parseInt(name) < list.size() ->
                    list.get(Integer.parseInt(name));
                case null, default -> null;
            };
        }
        return here;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
