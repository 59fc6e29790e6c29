package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.guide.Guide;
import java.util.ArrayList;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** The JSON of files that come from outside: strict, and bounded in every direction. */
public final class TransferJson {

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(40)
                            .maxStringLength(200_000)
                            .maxNameLength(256)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** Stored guides may hold what a later version of this service wrote. */
    private static final JsonMapper STORED = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TransferJson() {}

    /** The guide of a stored version. */
    public static Guide stored(String json) {
        return STORED.readValue(json, Guide.class);
    }

    /** The JSON in which drafts are stored. */
    public static String written(Guide guide) {
        return MAPPER.writeValueAsString(guide);
    }

    /** Whether two guides say the same: nothing said, an empty list and a group of nothings are one. */
    public static boolean saysTheSame(Guide one, Guide other) {
        return one.equals(other) || pruned(MAPPER.valueToTree(one)).equals(pruned(MAPPER.valueToTree(other)));
    }

    private static JsonNode pruned(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                for (var name : new ArrayList<>(object.propertyNames())) {
                    var value = pruned(object.get(name));
                    if (value.isNull() || (value.isContainer() && value.isEmpty())) {
                        object.remove(name);
                    }
                }
            }
            case ArrayNode array -> array.forEach(TransferJson::pruned);
            default -> {
                // A value has nothing inside.
            }
        }
        return node;
    }
}
