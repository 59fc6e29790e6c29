package cn.yiwang.starter.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes the call, as the access token says.
 *
 * @param subject the issuer's stable name of the subject, unique among all trusted issuers; at most 200 characters
 * @param name the name to show
 * @param idNumber the verified citizen id number, for persons who were identified
 * @param organization the credit code of the organization acted for
 * @param department the credit code of the body a staff member works for
 * @param division the GB/T 2260 code of that body's division
 * @param assurance how strongly the person was identified, 1 (self-declared) to 4
 */
public record Actor(
        String subject,
        String name,
        SubjectType type,
        @Nullable String idNumber,
        @Nullable String organization,
        @Nullable String organizationName,
        @Nullable String department,
        @Nullable String division,
        Set<Role> roles,
        Set<String> scopes,
        int assurance) {

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    /** Leaves the id number out: an actor may end up in a log line. */
    @Override
    public String toString() {
        return "Actor[" + subject + ", " + type + ", " + roles + "]";
    }
}
