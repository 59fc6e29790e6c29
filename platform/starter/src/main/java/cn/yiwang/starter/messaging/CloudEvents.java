package cn.yiwang.starter.messaging;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The one envelope of all events: CloudEvents 1.0 in structured JSON. */
public final class CloudEvents {

    public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private CloudEvents() {}

    /** Writes the envelope around the draft. */
    public static String write(UUID id, String source, Instant time, @Nullable String traceParent, EventDraft draft) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = EventJson.MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("source", source);
            json.writeStringProperty("type", draft.type());
            json.writeStringProperty("subject", draft.subject());
            json.writeStringProperty("time", time.toString());
            json.writeStringProperty("datacontenttype", "application/json");
            json.writeStringProperty("dataschema", dataSchema(draft.type()));
            if (traceParent != null) {
                json.writeStringProperty("traceparent", traceParent);
            }
            json.writeStringProperty("sequence", Long.toString(draft.sequence()));
            json.writeName("data");
            json.writePOJO(draft.data());
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Where the schema of a type is published: under its owner, the third word of the type. */
    static String dataSchema(String type) {
        return "/contracts/" + type.split("\\.")[2] + "/events/" + type + ".schema.json";
    }

    /**
     * Reads an envelope.
     *
     * @throws MalformedEventException when it is not a CloudEvent as this platform publishes them
     */
    public static ReceivedEvent read(byte[] message) {
        String json = text(message);
        JsonNode root = tree(json);
        if (!root.isObject() || !"1.0".equals(text(root, "specversion"))) {
            throw new MalformedEventException("Not a CloudEvent 1.0");
        }
        JsonNode data = root.get("data");
        if (data == null) {
            throw new MalformedEventException("No data");
        }
        try {
            return new ReceivedEvent(
                    UUID.fromString(required(root, "id")),
                    required(root, "source"),
                    required(root, "type"),
                    required(root, "subject"),
                    sequence(required(root, "sequence")),
                    Instant.parse(required(root, "time")),
                    text(root, "dataschema"),
                    text(root, "traceparent"),
                    data,
                    json);
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new MalformedEventException("An attribute is malformed: " + wrong.getMessage());
        }
    }

    private static long sequence(String text) {
        long sequence = Long.parseLong(text);
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence " + text);
        }
        return sequence;
    }

    private static String text(byte[] message) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedEventException("Not UTF-8");
        }
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            throw new MalformedEventException("Not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static String required(JsonNode root, String name) {
        String value = text(root, name);
        if (value == null || value.isEmpty()) {
            throw new MalformedEventException("No " + name);
        }
        return value;
    }

    private static @Nullable String text(JsonNode root, String name) {
        JsonNode value = root.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
