package cn.yiwang.catalog.item;

import cn.yiwang.catalog.guide.Guide;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in which guides are stored and read; it does not depend on how HTTP bodies are configured. */
public final class GuideJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private GuideJson() {}

    static String write(Guide guide) {
        return MAPPER.writeValueAsString(guide);
    }

    public static Guide read(String json) {
        return MAPPER.readValue(json, Guide.class);
    }

    static ItemVersionView version(byte[] json) {
        return MAPPER.readValue(json, ItemVersionView.class);
    }

    static byte[] bytes(Object view) {
        return MAPPER.writeValueAsBytes(view);
    }
}
