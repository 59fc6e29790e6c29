package cn.yiwang.complaint.workorder;

import org.jspecify.annotations.Nullable;

/**
 * What the work order is about and who brought it; kept encrypted as a whole, since free text names people.
 *
 * @param claim what a complainant demands
 * @param respondent whom a complaint or report is about
 * @param contact null when somebody reports anonymously
 */
public record Matter(
        String title,
        String content,
        @Nullable String claim,
        @Nullable Party respondent,
        @Nullable Contact contact) {

    /** Prints nothing: all of it may be personal. */
    @Override
    public String toString() {
        return "Matter[***]";
    }

    /** A company, shop or person complained about. */
    public record Party(String name, @Nullable String address) {

        @Override
        public String toString() {
            return "Party[***]";
        }
    }

    /** How to reach whoever brought the matter. */
    public record Contact(
            String name, String phone, @Nullable String address) {

        @Override
        public String toString() {
            return "Contact[***]";
        }
    }
}
