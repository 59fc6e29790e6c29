package cn.yiwang.starter.confidential;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** JSON of {@link Confidential}: written as a mask, read as the plain value. */
public final class ConfidentialModule extends SimpleModule {

    public ConfidentialModule() {
        super("confidential");
        addSerializer(new MaskSerializer());
        addDeserializer(Confidential.class, new PlainDeserializer(null));
    }

    private static final class MaskSerializer extends ValueSerializer<Confidential<?>> {

        @Override
        @SuppressWarnings("unchecked")
        public Class<Confidential<?>> handledType() {
            return (Class<Confidential<?>>) (Class<?>) Confidential.class;
        }

        @Override
        public void serialize(Confidential<?> value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Confidential.MASK);
        }
    }

    private static final class PlainDeserializer extends ValueDeserializer<Confidential<?>> {

        private final @Nullable JavaType content;

        PlainDeserializer(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType type = property == null ? context.getContextualType() : property.getType();
            return new PlainDeserializer(type.containedTypeOrUnknown(0));
        }

        @Override
        public Confidential<?> deserialize(JsonParser parser, DeserializationContext context) {
            JavaType type = content == null ? context.constructType(Object.class) : content;
            return new Confidential<>(context.<Object>readValue(parser, type));
        }
    }
}
