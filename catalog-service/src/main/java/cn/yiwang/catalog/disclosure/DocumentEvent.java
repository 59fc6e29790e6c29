package cn.yiwang.catalog.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a document. */
sealed interface DocumentEvent {

    /** Somebody wrote on it: whatever review there was is void. */
    record DocumentRewritten() implements DocumentEvent {}

    /** Its authors ask for the secrecy review. */
    record ReviewRequested() implements DocumentEvent {}

    /** The reviewer found nothing that must stay inside. */
    record SecrecyReviewPassed() implements DocumentEvent {}

    /** The reviewer found something that must stay inside. */
    record SecrecyReviewRefused() implements DocumentEvent {}

    /** Its last day passed. */
    record DocumentExpired() implements DocumentEvent {}

    /** Its day of archiving came. */
    record DocumentArchived() implements DocumentEvent {}

    /** What the other services and partners read about a document. */
    sealed interface News extends DocumentEvent {

        /** The type under which the event is published. */
        String type();
    }

    /** A document goes out; it is public from {@code effectiveFrom} on. */
    record DocumentPublished(
            String documentId,
            String kind,
            String body,
            List<String> items,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo)
            implements News {

        @Override
        public String type() {
            return "cn.yiwang.catalog.document-published.v1";
        }
    }

    /** A document was taken back: copies of it are to be removed. */
    record DocumentWithdrawn(String documentId, String kind, String body) implements News {

        @Override
        public String type() {
            return "cn.yiwang.catalog.document-withdrawn.v1";
        }
    }
}
