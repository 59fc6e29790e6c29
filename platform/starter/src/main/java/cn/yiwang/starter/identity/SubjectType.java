package cn.yiwang.starter.identity;

import java.util.Locale;

/** What kind of subject an access token stands for; the claim {@code subject_type} holds the lower-case name. */
public enum SubjectType {
    PERSON,
    ORGANIZATION,
    STAFF,
    SYSTEM;

    /** The value of the claim. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
