package cn.yiwang.application.delivery;

import cn.yiwang.application.delivery.DeliveryMethod.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The ways to deliver, and what each must say. */
@Component
class DeliveryMethods {

    private static final String FILE = "/documents/delivery-methods.json";

    private final Map<Method, DeliveryMethod> all = new EnumMap<>(Method.class);

    DeliveryMethods() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = Objects.requireNonNull(DeliveryMethods.class.getResourceAsStream(FILE), FILE)) {
            List<DeliveryMethod> read = json.readValue(in, new TypeReference<>() {});
            read.forEach(method -> all.put(method.method(), method));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (all.size() != Method.values().length) {
            throw new IllegalStateException(FILE + " does not describe every method");
        }
    }

    DeliveryMethod of(Method method) {
        return Objects.requireNonNull(all.get(method));
    }
}
