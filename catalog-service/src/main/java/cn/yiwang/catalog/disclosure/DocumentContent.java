package cn.yiwang.catalog.disclosure;

import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says: exactly this is reviewed for secrecy, and exactly this goes out. Texts are plain, never markup.
 *
 * @param documentNumber the number that the issuing body gave it (文号)
 * @param items the items concerned: base codes (12 characters) or business items (33)
 * @param channel where to turn, for supervision channels
 * @param service what is asked of an intermediary, for intermediary services
 * @param institution who offers such services, for intermediary institutions
 */
record DocumentContent(
        @NotNull DocumentKind kind,
        @NotNull @PlainText(min = 1, max = 200) String title,
        @PlainText(min = 1, max = 100) @Nullable String documentNumber,
        @PlainText(min = 1, max = 100) @Nullable String issuer,

        @NotNull @PlainText(min = 1, max = 20_000, lines = true)
        String text,

        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9A-Z]{12}([0-9A-Z]{21})?") String> items,

        @Valid @Nullable Channel channel,
        @Valid @Nullable Service service,
        @Valid @Nullable Institution institution) {

    private static final String PHONE = "[0-9+() -]{3,30}";

    /** Where to complain or to report; at least one way in. */
    @Schema(name = "DocumentChannel")
    record Channel(
            @Pattern(regexp = PHONE) @Nullable String phone,

            @Pattern(regexp = "https://[!-~]{4,300}") @Nullable
            String url,

            @PlainText(min = 1, max = 200) @Nullable String address,
            @PlainText(min = 1, max = 200) @Nullable String hours) {}

    /**
     * A service that somebody has to buy from an intermediary before the item is granted.
     *
     * @param basis the law that asks for it
     * @param payer who pays it
     */
    record Service(
            @NotNull @PlainText(min = 1, max = 200) String name,
            @NotNull @PlainText(min = 1, max = 300) String basis,
            @NotNull Payer payer) {}

    /** Who pays an intermediary. */
    enum Payer {
        APPLICANT,
        BODY
    }

    /** An institution that offers intermediary services. */
    record Institution(
            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") String creditCode,
            @NotNull @PlainText(min = 1, max = 100) String name,
            @PlainText(min = 1, max = 200) @Nullable String qualification,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @PlainText(min = 1, max = 200) String> services,

            @Pattern(regexp = PHONE) @Nullable String phone,
            @PlainText(min = 1, max = 200) @Nullable String address) {}
}
