package cn.yiwang.catalog.situation;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.SituationQuestion;
import cn.yiwang.catalog.guide.SituationQuestion.Answer;
import cn.yiwang.catalog.guide.SituationQuestion.GivenAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of what an applicant fills in: the answers to the questions of the guide under {@code situation}, and the fields of
 * the item under {@code form}.
 */
public final class FormSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private FormSchema() {}

    static Map<String, Object> of(String title, Guide guide) {
        var form = guide.form();
        return of(title, guide.situations(), form == null ? null : form.schema());
    }

    /**
     * The schema of answers and fields.
     *
     * @param form the schema of the fields; null where there are none
     */
    public static Map<String, Object> of(
            String title, List<SituationQuestion> questions, @Nullable Map<String, Object> form) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        if (!questions.isEmpty()) {
            properties.put("situation", situation(questions));
            required.add("situation");
        }
        var definitions = new LinkedHashMap<String, Object>();
        if (form != null) {
            properties.put("form", fields(form, definitions));
            required.add("form");
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", DIALECT);
        schema.put("title", title);
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        if (!definitions.isEmpty()) {
            schema.put("$defs", definitions);
        }
        return schema;
    }

    /** The item's own schema moves one level down; what it refers to as {@code #/$defs/…} moves up with its references intact. */
    private static Map<String, Object> fields(Map<String, Object> schema, Map<String, Object> definitions) {
        var fields = new LinkedHashMap<>(schema);
        fields.remove("$schema");
        if (fields.remove("$defs") instanceof Map<?, ?> own) {
            own.forEach((name, definition) -> definitions.put(String.valueOf(name), definition));
        }
        return fields;
    }

    private static Map<String, Object> situation(List<SituationQuestion> questions) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        var dependent = new ArrayList<Object>();
        for (var question : questions) {
            properties.put(question.id(), question(question));
            if (question.askedIf().isEmpty()) {
                required.add(question.id());
            } else {
                dependent.add(onlyIfAsked(question));
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        if (!dependent.isEmpty()) {
            schema.put("allOf", dependent);
        }
        return schema;
    }

    /** Answers are lists in every case, so that they can be sent on to the guide's situations as they are. */
    private static Map<String, Object> question(SituationQuestion question) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("title", question.text());
        if (question.hint() != null) {
            schema.put("description", question.hint());
        }
        schema.put("type", "array");
        schema.put("minItems", 1);
        schema.put("maxItems", question.multiple() ? question.answers().size() : 1);
        schema.put("uniqueItems", true);
        schema.put(
                "items",
                Map.of(
                        "oneOf",
                        question.answers().stream().map(FormSchema::option).toList()));
        var alone = question.answers().stream()
                .filter(Answer::alone)
                .map(Answer::id)
                .toList();
        if (question.multiple() && !alone.isEmpty()) {
            schema.put("if", Map.of("contains", Map.of("enum", alone)));
            schema.put("then", Map.of("maxItems", 1));
        }
        return schema;
    }

    private static Map<String, Object> option(Answer answer) {
        var option = new LinkedHashMap<String, Object>();
        option.put("const", answer.id());
        option.put("title", answer.label());
        return option;
    }

    private static Map<String, Object> onlyIfAsked(SituationQuestion question) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put(
                "if",
                Map.of(
                        "anyOf",
                        question.askedIf().stream().map(FormSchema::given).toList()));
        schema.put("then", Map.of("required", List.of(question.id())));
        schema.put("else", Map.of("properties", Map.of(question.id(), false)));
        return schema;
    }

    private static Map<String, Object> given(GivenAnswer given) {
        return Map.of(
                "properties", Map.of(given.question(), Map.of("contains", Map.of("const", given.answer()))),
                "required", List.of(given.question()));
    }
}
