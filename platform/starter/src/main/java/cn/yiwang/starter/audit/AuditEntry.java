package cn.yiwang.starter.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody decided or saw.
 *
 * @param action what was done, as a kebab-case verb phrase such as {@code accept-application}; at most 100 characters
 * @param objectType what it was done to, such as {@code application}; at most 60 characters
 * @param objectId the public id of that object; at most 100 characters
 * @param ground the rule or reason cited; at most 500 characters
 * @param details more facts, written as JSON; ids and codes, no personal data
 */
public record AuditEntry(
        String action,
        String objectType,
        String objectId,
        @Nullable String ground,
        Map<String, ?> details) {

    public AuditEntry {
        require(action, "action", 100);
        require(objectType, "object type", 60);
        require(objectId, "object id", 100);
        if (ground != null) {
            require(ground, "ground", 500);
        }
        details = Map.copyOf(details);
    }

    private static void require(String value, String part, int maximum) {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > maximum) {
            throw new IllegalArgumentException(
                    "The " + part + " of an audit entry has 1 to " + maximum + " characters");
        }
    }
}
