package cn.yiwang.starter.messaging;

import cn.yiwang.starter.confidential.ConfidentialModule;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of events, which doesn't depend on how a service configures its HTTP bodies. */
final class EventJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new ConfidentialModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}
}
