package cn.yiwang.application.document;

import cn.yiwang.starter.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of document, as {@code documents/kinds.json} describes it.
 *
 * @param event the line of the history that makes it; null when officers make it by hand
 * @param business the kind of business item it is for; null for any other
 * @param when which of the documents that its step may lead to; null where the step leads to one only
 * @param makers the roles that make it by hand
 * @param during the statuses in which it is made by hand
 * @param word the part of the number that names the series; null when it bears no number
 * @param reader whom it is for
 * @param effect what its delivery means by law; null when it is not delivered
 * @param notByReviewer whether an officer who reviewed the application may not make it (Administrative Licensing Law Art. 48)
 */
public record DocumentKind(
        String code,
        Stage stage,
        String title,
        String titleEn,
        @Nullable String event,
        @Nullable String business,
        @Nullable String when,
        List<Role> makers,
        List<String> during,
        Seal seal,
        @Nullable String word,
        Reader reader,
        String basis,
        @Nullable String effect,
        boolean notByReviewer,
        List<Field> fields) {

    public DocumentKind {
        makers = orNone(makers);
        during = orNone(during);
        fields = orNone(fields);
    }

    /** Whether officers make it by hand; all others come with a step. */
    public boolean isMadeByHand() {
        return !makers.isEmpty();
    }

    /** Whether its delivery is recorded. */
    public boolean isDeliverable() {
        return effect != null;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Whom a document is for; what is kept on file the applicant does not see. */
    public enum Reader {
        APPLICANT,
        THIRD_PARTY,
        OFFICE
    }

    /**
     * One thing that the document must say.
     *
     * @param min the fewest entries of a list
     * @param max the most characters of a text, the most entries of a list
     * @param workingDaysAhead how many working days must lie between the day of making and this day
     */
    public record Field(
            String name,
            String label,
            String labelEn,
            Type type,
            int min,
            int max,
            boolean optional,
            int workingDaysAhead) {

        /** The shape of the value: one line, several lines, an ISO day, or several names. */
        public enum Type {
            TEXT,
            LINES,
            DAY,
            NAMES
        }
    }
}
