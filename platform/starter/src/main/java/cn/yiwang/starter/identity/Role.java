package cn.yiwang.starter.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a person may do; the claim {@code roles} lists the lower-case names and the authority is {@code ROLE_} plus
 * the name. The system administrator, the security administrator and the auditor are never one person.
 */
public enum Role {
    APPLICANT,
    WINDOW_CLERK,
    REVIEWER,
    APPROVER,
    CATALOG_EDITOR,
    CATALOG_PUBLISHER,
    CERTIFICATE_OFFICER,
    HOTLINE_AGENT,
    DISPATCHER,
    CASE_HANDLER,
    CALLBACK_AGENT,
    SUPERVISOR,
    DATA_STEWARD,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDITOR;

    /** The three who watch each other. */
    private static final Set<Role> ADMINISTRATORS =
            Collections.unmodifiableSet(EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR));

    /** Whether these roles make one person more than one of the three administrators. */
    static boolean combineAdministrators(Set<Role> roles) {
        return roles.stream().filter(ADMINISTRATORS::contains).count() > 1;
    }

    /** The value inside the claim {@code roles}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Spring Security authority. */
    public String authority() {
        return "ROLE_" + name();
    }
}
