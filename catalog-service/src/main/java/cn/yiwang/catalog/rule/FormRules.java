package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.ApplicationForm;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rules about the application form: a JSON Schema (2020-12) of an object, within bounds that every reader can bear. */
final class FormRules {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int MOST_CHARACTERS = 65_536;
    private static final int DEEPEST = 16;
    private static final int LONGEST_PATTERN = 200;

    /** Keywords that fetch or redirect: a form stands for itself. */
    private static final Set<String> FOREIGN = Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FormRules() {}

    /** Loaded with the first form. */
    private static final class Dialect {

        static final Schema OF_SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DIALECT));
    }

    static List<Objection> formIsASoundSchema(ProposedVersion version) {
        var form = version.guide().form();
        if (form == null) {
            return List.of();
        }
        var text = JSON.writeValueAsString(form.schema());
        if (text.length() > MOST_CHARACTERS) {
            return List.of(Objection.at("/guide/form/schema", "> " + MOST_CHARACTERS));
        }
        var objections = new ArrayList<Objection>();
        walk(form.schema(), "/guide/form/schema", 0, objections);
        if (!objections.isEmpty()) {
            return objections;
        }
        if (!"object".equals(form.schema().get("type"))) {
            objections.add(Objection.at("/guide/form/schema/type", "object"));
        }
        if (!Sound.SCHEMAS.contains(text)) {
            Dialect.OF_SCHEMAS.validate(text, InputFormat.JSON).stream()
                    .limit(20)
                    .map(error -> Objection.at("/guide/form/schema" + error.getInstanceLocation(), error.getMessage()))
                    .forEach(objections::add);
            FormReferences.of(form.schema())
                    .broken()
                    .forEach((pointer, reference) ->
                            objections.add(Objection.at("/guide/form/schema" + pointer, reference)));
            if (objections.isEmpty()) {
                Sound.remember(text);
            }
        }
        hintsPointToFields(form, objections);
        return objections;
    }

    /** Forms that were found sound: a catalog has the same ones over and over, and to hold one against the dialect takes milliseconds. */
    private static final class Sound {

        private static final int MOST = 200;

        static final Set<String> SCHEMAS = ConcurrentHashMap.newKeySet();

        static void remember(String text) {
            if (SCHEMAS.size() >= MOST) {
                SCHEMAS.clear();
            }
            SCHEMAS.add(text);
        }
    }

    private static void walk(@Nullable Object value, String pointer, int depth, List<Objection> objections) {
        if (depth > DEEPEST) {
            objections.add(Objection.at(pointer, "> " + DEEPEST));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> {
                var name = String.valueOf(key);
                var place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                if (isForeign(name, child)) {
                    objections.add(Objection.at(place, name));
                }
                if (name.equals("patternProperties") && child instanceof Map<?, ?> byPattern) {
                    byPattern.keySet().stream()
                            .map(String::valueOf)
                            .filter(pattern -> !isPattern(pattern))
                            .forEach(pattern -> objections.add(Objection.at(place, pattern)));
                }
                walk(child, place, depth + 1, objections);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), pointer + "/" + i, depth + 1, objections);
            }
        }
    }

    /** A property may be called like a keyword; its schema is an object, which no such keyword takes. */
    private static boolean isForeign(String name, @Nullable Object child) {
        if (!(child instanceof String text)) {
            return false;
        }
        return switch (name) {
            case "$schema" -> !text.equals(DIALECT);
            case "$ref" -> !text.startsWith("#/$defs/");
            case "pattern" -> !isPattern(text);
            default -> FOREIGN.contains(name);
        };
    }

    /** Names of fields by pattern are patterns too, though the dialect takes any text for one. */
    private static boolean isPattern(String pattern) {
        try {
            return pattern.length() <= LONGEST_PATTERN
                    && Pattern.compile(pattern).flags() >= 0;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static void hintsPointToFields(ApplicationForm form, List<Objection> objections) {
        for (int i = 0; i < form.ui().size(); i++) {
            var field = form.ui().get(i).field();
            if (!leadsToAField(form.schema(), field)) {
                objections.add(Objection.at("/guide/form/ui/" + i + "/field", field));
            }
        }
    }

    private static boolean leadsToAField(Map<String, Object> schema, String pointer) {
        if (!pointer.startsWith("/")) {
            return false;
        }
        Object here = schema;
        for (var step : pointer.substring(1).split("/", -1)) {
            var name = step.replace("~1", "/").replace("~0", "~");
            here = here instanceof Map<?, ?> map && map.get("properties") instanceof Map<?, ?> properties
                    ? properties.get(name)
                    : null;
        }
        return here instanceof Map<?, ?>;
    }
}
