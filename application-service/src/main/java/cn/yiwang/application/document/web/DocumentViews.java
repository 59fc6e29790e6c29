package cn.yiwang.application.document.web;

import cn.yiwang.application.document.Document;
import cn.yiwang.application.document.DocumentKind;
import cn.yiwang.application.document.Seal;
import cn.yiwang.application.guide.Coded;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers send and read about documents. */
final class DocumentViews {

    private static final int MOST_FIELDS = 20;

    private DocumentViews() {}

    @Schema(name = "NewDocument")
    record NewDocument(
            @NotNull @Pattern(regexp = "[A-Z_]{3,40}") @Schema(description = "A kind that officers make by hand")
            String kind,

            @NotNull @Size(max = MOST_FIELDS) @Schema(description = "The fields that the kind lists: a text, an ISO day, or a list of texts")
            Map<String, Object> contents) {}

    @Schema(name = "DocumentLabel")
    record Labelled(String code, String label) {}

    @Schema(name = "ApplicationDocuments")
    record Listed(List<View> items) {}

    /** A document; the number and the day are those printed on it. */
    @Schema(name = "ApplicationDocument")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            Labelled kind,
            String englishTitle,
            Labelled stage,
            @Nullable String number,
            LocalDate datedOn,
            Coded body,
            @Nullable Labelled seal,
            String basis,

            @Nullable @Schema(description = "What its delivery means by law; absent when it is not delivered")
            String effect,

            @Schema(description = "Whether the file is finished; the first reading finishes it")
            boolean finished,

            Instant madeAt) {

        static View of(Document document) {
            DocumentKind kind = document.kind();
            return new View(
                    document.id(),
                    new Labelled(kind.code(), kind.title()),
                    kind.titleEn(),
                    new Labelled(kind.stage().name(), kind.stage().label()),
                    document.number(),
                    document.datedOn(),
                    new Coded(document.body(), document.bodyName()),
                    sealOf(kind),
                    kind.basis(),
                    kind.effect(),
                    document.isFinished(),
                    document.madeAt());
        }
    }

    @Schema(name = "DocumentKinds")
    record Kinds(List<KindView> items) {}

    /** A kind that the caller may make now, and what it must say. */
    @Schema(name = "DocumentKind")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KindView(
            String code,
            String label,
            String englishTitle,
            Labelled stage,
            @Nullable Labelled seal,
            String basis,
            List<FieldView> fields) {

        static KindView of(DocumentKind kind) {
            return new KindView(
                    kind.code(),
                    kind.title(),
                    kind.titleEn(),
                    new Labelled(kind.stage().name(), kind.stage().label()),
                    sealOf(kind),
                    kind.basis(),
                    kind.fields().stream().map(FieldView::of).toList());
        }
    }

    @Schema(name = "DocumentField")
    record FieldView(
            String name,
            String label,
            String englishLabel,
            DocumentKind.Field.Type type,
            boolean required,
            int min,
            int max,
            int workingDaysAhead) {

        static FieldView of(DocumentKind.Field field) {
            return new FieldView(
                    field.name(),
                    field.label(),
                    field.labelEn(),
                    field.type(),
                    !field.optional(),
                    field.min(),
                    field.max(),
                    field.workingDaysAhead());
        }
    }

    private static @Nullable Labelled sealOf(DocumentKind kind) {
        return kind.seal() == Seal.NONE
                ? null
                : new Labelled(kind.seal().name(), kind.seal().label());
    }
}
