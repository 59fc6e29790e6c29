package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.body.Named;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents as they are shown. */
final class DocumentView {

    private DocumentView() {}

    /** A line of the public list. */
    @Schema(name = "DocumentEntry")
    record Entry(
            UUID id,
            Coded kind,
            String title,
            @Nullable String documentNumber,
            @Nullable String issuer,
            Named body,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            boolean inForce) {

        static Entry of(Document document, LocalDate today) {
            var content = document.content();
            return new Entry(
                    document.publicId(),
                    content.kind().coded(),
                    content.title(),
                    content.documentNumber(),
                    content.issuer(),
                    document.body(),
                    document.effectiveFrom(),
                    document.effectiveTo(),
                    document.appliesOn(today));
        }
    }

    /** A document as everybody reads it; the text is plain, never markup. */
    record Public(
            UUID id,
            Coded kind,
            String title,
            @Nullable String documentNumber,
            @Nullable String issuer,
            Named body,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            boolean inForce,
            String text,
            List<String> items,
            DocumentContent.@Nullable Channel channel,
            DocumentContent.@Nullable Service service,
            DocumentContent.@Nullable Institution institution) {

        static Public of(Document document, LocalDate today) {
            var content = document.content();
            return new Public(
                    document.publicId(),
                    content.kind().coded(),
                    content.title(),
                    content.documentNumber(),
                    content.issuer(),
                    document.body(),
                    document.effectiveFrom(),
                    document.effectiveTo(),
                    document.appliesOn(today),
                    content.text(),
                    content.items(),
                    content.channel(),
                    content.service(),
                    content.institution());
        }
    }

    /**
     * A document as the members of staff see it.
     *
     * @param cleared whether exactly this content passed the secrecy review
     * @param author who wrote on it last
     * @param ground why it was refused or withdrawn
     */
    record Staff(
            UUID id,
            Named body,
            DocumentStatus status,
            boolean cleared,
            String author,
            @Nullable String ground,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable LocalDate archiveOn,
            DocumentContent content) {

        static Staff of(Document document) {
            return new Staff(
                    document.publicId(),
                    document.body(),
                    document.status(),
                    document.isCleared(),
                    document.author(),
                    document.ground(),
                    document.effectiveFrom(),
                    document.effectiveTo(),
                    document.archiveOn(),
                    document.content());
        }
    }

    /** A line of the staff's list. */
    record StaffEntry(UUID id, Named body, DocumentStatus status, Coded kind, String title, String author) {

        static StaffEntry of(Document document) {
            return new StaffEntry(
                    document.publicId(),
                    document.body(),
                    document.status(),
                    document.content().kind().coded(),
                    document.content().title(),
                    document.author());
        }
    }
}
