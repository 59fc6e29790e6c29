package cn.yiwang.starter.identity;

import java.util.Locale;

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

    /** The value inside the claim {@code roles}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Spring Security authority. */
    public String authority() {
        return "ROLE_" + name();
    }
}
