package cn.yiwang.exchange.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The services whose events are exchanged; each has one topic and one name space of types. */
public enum EventOwner {
    CATALOG,
    APPLICATION,
    CERTIFICATE,
    COMPLAINT;

    /** The owner of the name in the third place of a type, as in {@code cn.yiwang.catalog.…}. */
    public static Optional<EventOwner> named(String name) {
        return Arrays.stream(values())
                .filter(owner -> owner.word().equals(name))
                .findFirst();
    }

    static Set<String> topics() {
        return Arrays.stream(values()).map(EventOwner::topic).collect(Collectors.toUnmodifiableSet());
    }

    public String topic() {
        return "yiwang." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
