package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.guide.Guide;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/** Makes a guide of its JSON, under the same bounds as a draft that comes by HTTP. */
public final class GuideBinding {

    private final Validator validator;

    public GuideBinding(Validator validator) {
        this.validator = validator;
    }

    /**
     * The guide; null with findings when the JSON is none.
     *
     * @param kept the guide that the catalog has, whose elements stay where the file does not speak of them
     */
    public @Nullable Guide bind(ProposedItem item, @Nullable Guide kept, Findings findings) {
        var guide = bound(complete(item, kept), item, findings);
        if (guide == null) {
            return null;
        }
        var violations = validator.validate(guide);
        violations.forEach(violation -> report(violation, item, findings));
        return violations.isEmpty() ? guide : null;
    }

    private static ObjectNode complete(ProposedItem item, @Nullable Guide kept) {
        var complete = item.guide().deepCopy();
        if (kept != null && TransferJson.MAPPER.valueToTree(kept) instanceof ObjectNode before) {
            before.properties().stream()
                    .filter(element -> !item.named().contains(element.getKey()))
                    .forEach(element -> complete.set(element.getKey(), element.getValue()));
        }
        return complete;
    }

    private static @Nullable Guide bound(ObjectNode json, ProposedItem item, Findings findings) {
        try {
            return TransferJson.MAPPER.treeToValue(json, Guide.class);
        } catch (UnrecognizedPropertyException e) {
            findings.blocking(item.places().of(path(e)), "element-unknown", CellReader.shown(e.getPropertyName()));
        } catch (JacksonException e) {
            findings.blocking(item.places().of(path(e)), "value-form");
        }
        return null;
    }

    private static List<Object> path(JacksonException failure) {
        return failure.getPath().stream()
                .<Object>map(step -> step.getPropertyName() == null ? step.getIndex() : step.getPropertyName())
                .toList();
    }

    private static void report(ConstraintViolation<Guide> violation, ProposedItem item, Findings findings) {
        var place = item.places().of(path(violation));
        var attributes = violation.getConstraintDescriptor().getAttributes();
        var annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        switch (annotation) {
            case "NotNull", "NotEmpty", "NotBlank" -> findings.blocking(place, "value-required");
            case "Size" -> findings.blocking(place, "list-too-long", Objects.requireNonNull(attributes.get("max")));
            case "Min" -> findings.blocking(place, "value-too-small", Objects.requireNonNull(attributes.get("value")));
            case "Max" -> findings.blocking(place, "value-too-great", Objects.requireNonNull(attributes.get("value")));
            case "PlainText" -> text(place, violation.getMessageTemplate(), attributes.get("max"), findings);
            default -> findings.blocking(place, "value-form");
        }
    }

    private static void text(Place place, String template, @Nullable Object maximum, Findings findings) {
        switch (template) {
            case "{plain-text.too-long}" -> findings.blocking(place, "value-too-long", Objects.requireNonNull(maximum));
            case "{plain-text.control-character}" -> findings.blocking(place, "value-characters");
            default -> findings.blocking(place, "value-required");
        }
    }

    private static List<Object> path(ConstraintViolation<Guide> violation) {
        var path = new ArrayList<Object>();
        for (var node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path.add(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                path.add(node.getName());
            }
        }
        return path;
    }
}
