package cn.yiwang.exchange.subscription;

import cn.yiwang.exchange.event.EventOwner;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which types of events: one type exactly, such as {@code cn.yiwang.application.accepted.v1}, or all that begin alike, such as
 * {@code cn.yiwang.application.*} or {@code cn.yiwang.*}.
 */
public record EventPattern(String value) {

    static final int MAXIMUM_LENGTH = 120;

    private static final String ROOT = "cn.yiwang.";
    private static final Pattern SHAPE = Pattern.compile("cn\\.yiwang(\\.[a-z0-9-]+){0,5}(\\.\\*|\\.v[0-9]+)");

    public EventPattern {
        if (value.length() > MAXIMUM_LENGTH
                || !SHAPE.matcher(value).matches()
                || ownersOf(value).isEmpty()) {
            throw new IllegalArgumentException("Not a pattern of event types: " + value);
        }
    }

    /** The pattern, or nothing when the text is none or no owner publishes such events. */
    public static Optional<EventPattern> parse(String text) {
        try {
            return Optional.of(new EventPattern(text));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** Whether events of the type are meant. */
    public boolean matches(String type) {
        return isPrefix() ? type.startsWith(prefix()) : type.equals(value);
    }

    /** Whether everything that the other pattern means is meant by this one too. */
    public boolean covers(EventPattern other) {
        return isPrefix() ? other.prefix().startsWith(prefix()) : other.value.equals(value);
    }

    /** Whose events these can be. */
    public Set<EventOwner> owners() {
        return ownersOf(value);
    }

    private boolean isPrefix() {
        return value.endsWith("*");
    }

    private String prefix() {
        return isPrefix() ? value.substring(0, value.length() - 1) : value;
    }

    private static Set<EventOwner> ownersOf(String value) {
        String rest = value.substring(Math.min(value.length(), ROOT.length()));
        if (rest.equals("*")) {
            return EnumSet.allOf(EventOwner.class);
        }
        int dot = rest.indexOf('.');
        return dot < 0
                ? Set.of()
                : EventOwner.named(rest.substring(0, dot)).map(Set::of).orElse(Set.of());
    }

    @Override
    public String toString() {
        return value;
    }
}
