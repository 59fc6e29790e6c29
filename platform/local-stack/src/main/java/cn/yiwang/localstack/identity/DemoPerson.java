package cn.yiwang.localstack.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in at the local issuer; the fields are the claims of an access token.
 *
 * @param login the name typed at the login form, and the token's {@code sub}
 */
public record DemoPerson(
        String login,
        String name,
        SubjectType type,
        @Nullable String idNumber,
        @Nullable String organization,
        @Nullable String organizationName,
        @Nullable String department,
        @Nullable String division,
        List<String> roles,
        int assurance) {

    /** Everybody, in the order of the work. */
    public static List<DemoPerson> all() {
        return DemoPeople.ALL;
    }

    /** The names that {@code token} takes. */
    public static Set<String> logins() {
        return DemoPeople.BY_LOGIN.keySet();
    }

    static @Nullable DemoPerson find(String login) {
        return DemoPeople.BY_LOGIN.get(login);
    }

    /** What kind of subject a token speaks for. */
    public enum SubjectType {
        PERSON,
        ORGANIZATION,
        STAFF;

        String claim() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
