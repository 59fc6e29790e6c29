package cn.yiwang.starter.messaging;

import java.util.regex.Pattern;

/**
 * An event about to be published.
 *
 * @param topic the topic of the owner, such as {@code yiwang.application}
 * @param type such as {@code cn.yiwang.application.accepted.v1}
 * @param subject the id of the aggregate, also the key of the message: events of one subject keep their order
 * @param sequence the aggregate's own count of events from 1, without gaps
 * @param data written as JSON; absent values are left out; carries ids and no personal data
 */
public record EventDraft(String topic, String type, String subject, long sequence, Object data) {

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final Pattern TYPE = Pattern.compile("cn\\.yiwang\\.[a-z0-9-]+(\\.[a-z0-9-]+)+\\.v[0-9]+");
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,100}");

    public EventDraft {
        require(TOPIC.matcher(topic).matches(), "topic", topic);
        require(type.length() <= 120 && TYPE.matcher(type).matches(), "type", type);
        require(SUBJECT.matcher(subject).matches(), "subject", subject);
        require(sequence >= 1, "sequence", sequence);
    }

    private static void require(boolean valid, String part, Object value) {
        if (!valid) {
            throw new IllegalArgumentException("Not the " + part + " of an event: " + value);
        }
    }
}
