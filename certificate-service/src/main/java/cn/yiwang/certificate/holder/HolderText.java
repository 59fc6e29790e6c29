package cn.yiwang.certificate.holder;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a holder inside a seal: the one contract for requests on the wire and for the column at rest. */
public final class HolderText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Written(
            @Nullable String holderName,
            @Nullable String holderCode,
            @Nullable HolderCodeType holderCodeType,
            @Nullable Map<String, String> fields) {}

    private HolderText() {}

    public static String write(Holder holder) {
        return JSON.writeValueAsString(new Written(holder.name(), holder.code(), holder.codeType(), holder.fields()));
    }

    /**
     * Reads a holder.
     *
     * @throws InvalidHolderException when it is not the JSON agreed on; without a cause, which would quote what was read
     * @throws cn.yiwang.standards.InvalidCodeException when the holder's code is not valid
     */
    public static Holder read(String json) {
        Written written;
        try {
            written = JSON.readValue(json, Written.class);
        } catch (JacksonException quotesItsInput) {
            throw new InvalidHolderException("The sealed part is not the JSON of a holder");
        }
        if (written == null
                || written.holderName() == null
                || written.holderCode() == null
                || written.holderCodeType() == null) {
            throw new InvalidHolderException("holderName, holderCode or holderCodeType is missing");
        }
        Map<String, String> fields = written.fields() == null ? Map.of() : written.fields();
        if (fields.values().stream().anyMatch(java.util.Objects::isNull)) {
            throw new InvalidHolderException("A field is null");
        }
        return new Holder(written.holderName(), written.holderCode(), written.holderCodeType(), new TreeMap<>(fields));
    }
}
