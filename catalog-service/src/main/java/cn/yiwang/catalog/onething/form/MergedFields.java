package cn.yiwang.catalog.onething.form;

import cn.yiwang.catalog.guide.ApplicationForm;
import cn.yiwang.catalog.guide.ApplicationForm.UiHint;
import cn.yiwang.catalog.onething.form.Names.Renaming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of all items of a package in one schema, each filled in once. A field that any item demands is demanded. The schema of an
 * item whose parts depend on each other, by conditions or choices, cannot be taken apart: it stands as a whole under the item's code.
 */
final class MergedFields {

    private static final String DEFINITIONS = "$defs";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final String REFERENCE = "$ref";
    private static final String TO_DEFINITION = "#/$defs/";

    /** Keywords that say nothing about how fields depend on each other. */
    private static final Set<String> PLAIN = Set.of(
            "$schema",
            "$comment",
            "type",
            "title",
            "description",
            DEFINITIONS,
            PROPERTIES,
            REQUIRED,
            "additionalProperties");

    private static final int LONGEST_NAME = 100;

    private final Names names = new Names("_", LONGEST_NAME);
    private final Names definitionNames = new Names("_", LONGEST_NAME);
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, UiHint> hints = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> ofItems = new LinkedHashMap<>();

    MergedFields(List<PartOfPackage> parts) {
        parts.forEach(this::add);
    }

    private void add(PartOfPackage part) {
        var form = part.guide().form();
        if (form == null) {
            return;
        }
        var definitionsOfItem = definitions(form.schema());
        if (PLAIN.containsAll(form.schema().keySet())) {
            takeApart(part, form, definitionsOfItem);
        } else {
            takeWhole(part, form, definitionsOfItem);
        }
    }

    private void takeApart(PartOfPackage part, ApplicationForm form, Renaming definitionsOfItem) {
        var own = new LinkedHashMap<String, String>();
        var renaming = new Renaming();
        members(form.schema().get(PROPERTIES)).forEach((field, schema) -> {
            var common = referringTo(schema, definitionsOfItem);
            var name = names.of(field, meaning(common));
            renaming.put(field, name);
            own.put(name, field);
            properties.putIfAbsent(name, common);
        });
        if (form.schema().get(REQUIRED) instanceof List<?> demanded) {
            demanded.forEach(field -> required.add(renaming.of(String.valueOf(field))));
        }
        form.ui().forEach(hint -> keep(hint, renamed(hint.field(), renaming)));
        ofItems.put(part.itemCode(), own);
    }

    private void takeWhole(PartOfPackage part, ApplicationForm form, Renaming definitionsOfItem) {
        var schema = new LinkedHashMap<>(form.schema());
        schema.remove("$schema");
        schema.remove(DEFINITIONS);
        var name = names.of(part.itemCode(), schema);
        properties.put(name, referringTo(schema, definitionsOfItem));
        required.add(name);
        form.ui().forEach(hint -> keep(hint, "/" + name + hint.field()));
        ofItems.put(part.itemCode(), Map.of(name, ""));
    }

    /** An item's definitions refer to each other: all of them keep their names, or all of those that are taken get others. */
    private Renaming definitions(Map<String, Object> schema) {
        var own = members(schema.get(DEFINITIONS));
        var renaming = new Renaming();
        boolean same = own.entrySet().stream()
                .noneMatch(entry -> definitionNames.isTaken(entry.getKey(), meaning(entry.getValue())));
        own.forEach((name, definition) ->
                renaming.put(name, definitionNames.of(name, same ? meaning(definition) : List.of(name, own))));
        own.forEach(
                (name, definition) -> definitions.putIfAbsent(renaming.of(name), referringTo(definition, renaming)));
        return renaming;
    }

    private static Object meaning(@Nullable Object definition) {
        return definition == null ? Map.of() : definition;
    }

    private static @Nullable Object referringTo(@Nullable Object schema, Renaming renaming) {
        return switch (schema) {
            case null -> null;
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> {
                    var name = String.valueOf(key);
                    copy.put(
                            name,
                            name.equals(REFERENCE) && value instanceof String reference
                                    ? reference(reference, renaming)
                                    : referringTo(value, renaming));
                });
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(value -> copy.add(referringTo(value, renaming)));
                yield copy;
            }
            default -> schema;
        };
    }

    private static String reference(String reference, Renaming renaming) {
        if (!reference.startsWith(TO_DEFINITION)) {
            return reference;
        }
        var rest = reference.substring(TO_DEFINITION.length());
        int end = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
        return TO_DEFINITION + renaming.of(rest.substring(0, end)) + rest.substring(end);
    }

    private static Map<String, Object> members(@Nullable Object value) {
        var members = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return members;
    }

    private static String renamed(String pointer, Renaming renaming) {
        int end = pointer.indexOf('/', 1) < 0 ? pointer.length() : pointer.indexOf('/', 1);
        return "/" + renaming.of(pointer.substring(1, end)) + pointer.substring(end);
    }

    private void keep(UiHint hint, String pointer) {
        hints.putIfAbsent(
                pointer,
                new UiHint(
                        pointer,
                        hint.widget(),
                        hint.order(),
                        hint.section(),
                        hint.placeholder(),
                        hint.help(),
                        hint.prefill()));
    }

    /** The schema of an object with all fields; null when no item has a form. */
    @Nullable Map<String, Object> schema() {
        if (properties.isEmpty()) {
            return null;
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put(PROPERTIES, properties);
        schema.put(REQUIRED, List.copyOf(required));
        schema.put("additionalProperties", false);
        if (!definitions.isEmpty()) {
            schema.put(DEFINITIONS, definitions);
        }
        return schema;
    }

    List<UiHint> hints() {
        return List.copyOf(hints.values());
    }

    /** The own names of an item's fields by their common ones; the empty name is the item's whole form. */
    Map<String, String> of(String itemCode) {
        return ofItems.getOrDefault(itemCode, Map.of());
    }
}
