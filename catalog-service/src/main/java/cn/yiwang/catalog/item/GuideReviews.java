package cn.yiwang.catalog.item;

import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What editors and reviewers said to each other about a draft. */
@Repository
class GuideReviews {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    GuideReviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Why a draft is given back.
     *
     * @param pointer the place in the guide, a JSON pointer; absent where it is about the whole
     */
    record Reason(
            @Pattern(regexp = "(/[A-Za-z0-9]{1,40}){1,10}") @Nullable String pointer,

            @NotNull @PlainText(min = 1, max = 500, lines = true)
            String text) {}

    /** What an entry is. */
    enum Kind {
        REQUEST,
        RETURN
    }

    /** One entry; a request may have a note, a return has reasons. */
    @Schema(name = "GuideReviewEntry")
    record Entry(Kind kind, String subject, @Nullable String note, List<Reason> reasons, Instant at) {}

    void requested(GuideVersion draft, String editor, @Nullable String note) {
        insert(draft, Kind.REQUEST, editor, note, null);
    }

    void returned(GuideVersion draft, String reviewer, List<Reason> reasons) {
        insert(draft, Kind.RETURN, reviewer, null, JSON.writeValueAsString(reasons));
    }

    private void insert(
            GuideVersion draft, Kind kind, String subject, @Nullable String note, @Nullable String reasons) {
        jdbc.sql("""
                INSERT INTO guide_review (guide_version_id, kind, subject, note, reasons, created_at)
                VALUES (:draft, :kind, :subject, :note, :reasons, :now)""")
                .param("draft", draft.id())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("note", note)
                .param("reasons", reasons)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The latest entries about a draft, the latest first. */
    List<Entry> of(GuideVersion draft) {
        return jdbc.sql("""
                SELECT kind, subject, note, reasons, created_at FROM guide_review
                 WHERE guide_version_id = :draft ORDER BY id DESC LIMIT :limit""")
                .param("draft", draft.id())
                .param("limit", MOST_SHOWN)
                .query((row, number) -> new Entry(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("note"),
                        reasons(row.getString("reasons")),
                        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    private static List<Reason> reasons(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<Reason>>() {});
    }
}
