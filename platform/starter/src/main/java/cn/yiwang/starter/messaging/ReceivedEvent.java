package cn.yiwang.starter.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as it arrived.
 *
 * @param sequence the count of events of the subject, from 1
 * @param json the whole CloudEvent, exactly as it was on the wire
 */
public record ReceivedEvent(
        UUID id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Nullable String dataSchema,
        @Nullable String traceParent,
        JsonNode data,
        String json) {

    /** The data as the reader's own type; properties the type does not know are passed over, so that the publisher may add some. */
    public <T> T dataAs(Class<T> type) {
        return EventJson.MAPPER.treeToValue(data, type);
    }
}
