package cn.yiwang.catalog.difference;

import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What tells the elements of a list apart: the members at these pointers, or the whole element where there are none. */
record ElementName(List<String> pointers) {

    /** Tried in this order; the first that every element of both versions has, and no two share, is taken. */
    private static final List<ElementName> KNOWN = List.of(
            new ElementName(List.of("/code")),
            new ElementName(List.of("/id")),
            new ElementName(List.of("/key")),
            new ElementName(List.of("/order")),
            // Steps that run side by side have the same order.
            new ElementName(List.of("/order", "/department/code")),
            new ElementName(List.of("/order", "/name")),
            new ElementName(List.of("/title", "/article")),
            new ElementName(List.of("/title")),
            new ElementName(List.of("/question")),
            new ElementName(List.of("/name")));

    private static final ElementName WHOLE = new ElementName(List.of());

    ElementName {
        pointers = List.copyOf(pointers);
    }

    static ElementName fitting(JsonNode one, JsonNode other) {
        return KNOWN.stream()
                .filter(name -> name.fits(one) && name.fits(other))
                .findFirst()
                .orElse(WHOLE);
    }

    private boolean fits(JsonNode elements) {
        var seen = new HashSet<JsonNode>();
        for (var element : elements) {
            if (!element.isObject()
                    || element.at(pointers.getFirst()).isMissingNode()
                    || element.at(pointers.getFirst()).isNull()
                    || !seen.add(of(element))) {
                return false;
            }
        }
        return true;
    }

    JsonNode of(JsonNode element) {
        if (pointers.isEmpty()) {
            return element;
        }
        ArrayNode name = JsonNodeFactory.instance.arrayNode();
        pointers.forEach(pointer -> name.add(element.at(pointer)));
        return name;
    }
}
