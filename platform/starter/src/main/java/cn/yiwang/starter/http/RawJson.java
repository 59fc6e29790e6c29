package cn.yiwang.starter.http;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** JSON that is written as it stands, so that a first answer and its repetitions are the same to the byte. */
@JsonSerialize(using = RawJson.Serializer.class)
record RawJson(String json) {

    static final class Serializer extends ValueSerializer<RawJson> {

        @Override
        public void serialize(RawJson value, JsonGenerator generator, SerializationContext context) {
            generator.writeRawValue(value.json());
        }
    }
}
