package cn.yiwang.application.mandate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which matters an agent acts.
 *
 * @param itemCodes empty unless the kind is {@link Kind#ITEMS}
 * @param applicationId null unless the kind is {@link Kind#APPLICATION}
 */
public record MandateScope(
        Kind kind, List<String> itemCodes, @Nullable UUID applicationId) {

    public static final int MOST_ITEMS = 50;

    /** How wide it is. */
    public enum Kind {
        ALL,
        ITEMS,
        APPLICATION
    }

    public MandateScope {
        itemCodes = List.copyOf(itemCodes);
    }

    /** Whether each part is there exactly where the kind asks for it. */
    public boolean isConsistent() {
        return itemCodes.isEmpty() == (kind != Kind.ITEMS) && (applicationId == null) == (kind != Kind.APPLICATION);
    }

    /** Whether a new application for the item is within it; one application's mandate begins no other. */
    boolean coversNew(String itemCode) {
        return switch (kind) {
            case ALL -> true;
            case ITEMS -> itemCodes.contains(itemCode);
            case APPLICATION -> false;
        };
    }
}
