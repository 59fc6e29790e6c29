package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material that the applicant hands in. All from {@code kind} on may be absent.
 *
 * @param code 17 characters: M, base code, sequence of the item, own sequence
 * @param certificateType the type code of the e-certificate that stands in for it (免提交)
 * @param standardCode the standard material code, the key into the e-certificate catalogue
 * @param confirmed whether a source says how necessary it is; what nobody confirms is not demanded
 * @param medium on paper, as a file, or either
 * @param freeSubmission how the applicant is spared from handing it in (免提交)
 */
public record Material(
        @NotNull @Pattern(regexp = "[0-9A-Z]{17}") String code,
        @NotNull @PlainText(min = 1, max = 200) String name,
        @NotNull Necessity necessity,
        @NotNull Form form,
        @Min(0) @Max(99) int copies,
        @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z]{1,20}/[a-z0-9.+-]{1,79}") String> mediaTypes,
        @Min(1) @Max(MAXIMUM_BYTES) long maxBytes,
        @Pattern(regexp = "[0-9A-Z]{21}") @Nullable String certificateType,
        @Pattern(regexp = "L[0-9]{7}") @Nullable String standardCode,
        boolean confirmed,
        @Nullable Kind kind,
        @Nullable Medium medium,
        @Valid @Nullable Source source,
        @Nullable FreeSubmission freeSubmission,
        @Valid @Nullable Notes notes) {

    /** 20 MiB. */
    static final long MAXIMUM_BYTES = 20L * 1024 * 1024;

    public Material {
        // Notes that say nothing are none, however they were written.
        notes = notes == null || notes.equals(Notes.NONE) ? null : notes;
    }

    public Material(
            String code,
            String name,
            Necessity necessity,
            Form form,
            int copies,
            List<String> mediaTypes,
            long maxBytes,
            @Nullable String certificateType,
            @Nullable String standardCode,
            boolean confirmed) {
        this(
                code,
                name,
                necessity,
                form,
                copies,
                mediaTypes,
                maxBytes,
                certificateType,
                standardCode,
                confirmed,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether the applicant has to hand the material in, and when. */
    public enum Necessity {
        REQUIRED,
        OPTIONAL,
        /** May be handed in after the application was accepted (容缺后补). */
        LATER_ALLOWED
    }

    /** Whether an original is asked for. */
    public enum Form {
        ORIGINAL,
        COPY,
        ORIGINAL_AND_COPY
    }

    /** What it is (材料类型). */
    public enum Kind {
        /** 申请表. */
        APPLICATION_FORM,
        /** 证照. */
        CERTIFICATE,
        /** 证明材料. */
        PROOF,
        /** 其他. */
        OTHER
    }

    /** How it is handed in (材料介质). */
    public enum Medium {
        PAPER,
        ELECTRONIC,
        PAPER_OR_ELECTRONIC
    }

    /** Who it comes from (来源渠道). */
    public enum Channel {
        /** 申请人自备. */
        APPLICANT,
        /** 政府部门核发. */
        GOVERNMENT,
        /** 其他, for example an intermediary service. */
        OTHER
    }

    /** Where the applicant gets it. */
    public record Source(
            @NotNull Channel channel,
            @PlainText(min = 1, max = 300) @Nullable String explanation) {}

    /** How the applicant is spared from handing it in. */
    public enum FreeSubmission {
        NONE,
        /** 电子证照代替: an e-certificate stands in, found by the standard material code. */
        E_CERTIFICATE,
        /** 数据共享: the body looks it up. */
        DATA_SHARING,
        /** 告知承诺: a promise stands in. */
        COMMITMENT
    }

    /**
     * What helps to prepare it.
     *
     * @param format the size of the paper, for example A4
     * @param acceptance what is looked at when it is received (受理标准)
     * @param filling how to fill it in (填报须知)
     * @param basis the rule that demands it
     */
    public record Notes(
            @PlainText(min = 1, max = 50) @Nullable String format,

            @PlainText(min = 1, max = 1000, lines = true) @Nullable String acceptance,

            @PlainText(min = 1, max = 1000, lines = true) @Nullable String filling,

            @PlainText(min = 1, max = 300) @Nullable String basis,

            @PlainText(min = 1, max = 500, lines = true) @Nullable String remark,

            @Valid @Nullable FileReference blankForm,
            @Valid @Nullable FileReference sample) {

        static final Notes NONE = new Notes(null, null, null, null, null, null, null);
    }
}
