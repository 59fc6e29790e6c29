package cn.yiwang.starter.upstream;

import feign.Response;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers of other services, which may grow properties that this service does not know yet. */
final class TolerantJson implements Decoder {

    private final JsonMapper json;

    TolerantJson(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public @Nullable Object decode(Response response, Type type) throws IOException {
        if (response.body() == null) {
            return null;
        }
        try (InputStream body = response.body().asInputStream()) {
            if (type == byte[].class) {
                return body.readAllBytes();
            }
            return json.readValue(body, json.constructType(type));
        } catch (JacksonException e) {
            throw new DecodeException(
                    response.status(),
                    UpstreamErrors.service(response.request()) + " answered what cannot be read",
                    response.request(),
                    e);
        }
    }
}
