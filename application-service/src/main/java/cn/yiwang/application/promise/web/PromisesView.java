package cn.yiwang.application.promise.web;

import cn.yiwang.application.commitment.Commitment;
import cn.yiwang.application.commitment.PromisedMaterial;
import cn.yiwang.application.promise.ReadPromises.Promises;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All promises of an application. */
@Schema(name = "Promises")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PromisesView(
        List<MaterialView> materials,
        @Nullable CommitmentView commitment,

        @Nullable @Schema(description = "What may be signed in place of proof; absent where the guide does not allow it")
        String offeredCommitment) {

    @Schema(name = "PromisedMaterial")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaterialView(
            String code,
            String name,
            PromisedMaterial.State state,
            String text,
            Instant signedAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant handedInAt) {}

    @Schema(name = "CommitmentMade")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommitmentView(
            String text,
            Instant signedAt,
            @Nullable LocalDate checkDueOn,
            Commitment.@Nullable Result result,
            @Nullable String finding,
            @Nullable Instant checkedAt) {}

    static PromisesView of(Promises promises) {
        List<MaterialView> materials = promises.materials().stream()
                .map(material -> new MaterialView(
                        material.code(),
                        promises.guide().requirement(material.code()).orElse(material.code()),
                        material.state(),
                        material.text(),
                        material.signedAt(),
                        material.dueOn(),
                        material.handedInAt()))
                .toList();
        return new PromisesView(materials, commitment(promises.commitment()), promises.offered());
    }

    private static @Nullable CommitmentView commitment(@Nullable Commitment made) {
        return made == null
                ? null
                : new CommitmentView(
                        made.text(),
                        made.signedAt(),
                        made.checkDueOn(),
                        made.result(),
                        made.finding(),
                        made.checkedAt());
    }
}
