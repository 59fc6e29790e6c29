package cn.yiwang.catalog.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON in which contents are stored, and their fingerprint. Absent parts are left out, so that a part that documents learn to have
 * later does not change the fingerprints of those that lack it.
 */
final class ContentJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ContentJson() {}

    static String write(DocumentContent content) {
        return MAPPER.writeValueAsString(content);
    }

    static DocumentContent read(String json) {
        return MAPPER.readValue(json, DocumentContent.class);
    }

    /** SHA-256 of the content as it is written, in hexadecimal. */
    static String hash(DocumentContent content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(MAPPER.writeValueAsBytes(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
