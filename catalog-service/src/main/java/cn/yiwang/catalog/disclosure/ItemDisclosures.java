package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.disclosure.PublicDocuments.Filter;
import cn.yiwang.starter.paging.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was disclosed about an item, for those who show its guide. */
@Component
public class ItemDisclosures {

    private static final int MOST = 20;

    private final PublicDocuments documents;

    ItemDisclosures(PublicDocuments documents) {
        this.documents = documents;
    }

    /**
     * A document that applies today.
     *
     * @param version grows with every change of it
     */
    public record Disclosed(
            UUID id,
            String kind,
            String title,
            @Nullable String documentNumber,
            @Nullable LocalDate effectiveFrom,
            long version) {

        static Disclosed of(Document document) {
            var content = document.content();
            return new Disclosed(
                    document.publicId(),
                    content.kind().label(),
                    content.title(),
                    content.documentNumber(),
                    document.effectiveFrom(),
                    document.rowVersion());
        }
    }

    /** The latest documents about a business item or its base item that apply today, as everybody may read them. */
    public List<Disclosed> about(String itemCode) {
        var concerning = new Filter(null, null, PublicDocuments.concerning(itemCode), null, null, null, false);
        return documents.list(concerning, new PageRequest(MOST, null)).items().stream()
                .map(Disclosed::of)
                .toList();
    }
}
