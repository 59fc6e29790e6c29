package cn.yiwang.catalog.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentArchived;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentExpired;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentPublished;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentRewritten;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentWithdrawn;
import cn.yiwang.catalog.disclosure.DocumentEvent.ReviewRequested;
import cn.yiwang.catalog.disclosure.DocumentEvent.SecrecyReviewPassed;
import cn.yiwang.catalog.disclosure.DocumentEvent.SecrecyReviewRefused;
import cn.yiwang.starter.lifecycle.TransitionTable.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentLifecycleTest {

    private static final Map<String, DocumentEvent> EVENTS = Map.of(
            "rewritten", new DocumentRewritten(),
            "review requested", new ReviewRequested(),
            "passed", new SecrecyReviewPassed(),
            "refused", new SecrecyReviewRefused(),
            "published", new DocumentPublished("1", "FAQ", "b", List.of(), LocalDate.of(2026, 12, 1), null),
            "expired", new DocumentExpired(),
            "archived", new DocumentArchived(),
            "withdrawn", new DocumentWithdrawn("1", "FAQ", "b"));

    /** The whole table: what is not listed leads nowhere. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT,             rewritten=DRAFT|review requested=IN_SECRECY_REVIEW",
        "IN_SECRECY_REVIEW, rewritten=DRAFT|passed=CLEARED|refused=REFUSED",
        "CLEARED,           rewritten=DRAFT|published=PUBLISHED",
        "REFUSED,           ''",
        "PUBLISHED,         expired=EXPIRED|withdrawn=WITHDRAWN",
        "EXPIRED,           archived=ARCHIVED|withdrawn=WITHDRAWN",
        "ARCHIVED,          ''",
        "WITHDRAWN,         ''",
    })
    void from_each_status_only_these_steps_lead_on(DocumentStatus from, String steps) {
        var allowed = new HashSet<String>();
        EVENTS.forEach((name, event) ->
                DocumentLifecycle.TABLE.next(from, event).ifPresent(to -> allowed.add(name + "=" + to)));
        assertThat(allowed)
                .isEqualTo(steps.isEmpty() ? new HashSet<>() : new HashSet<>(Arrays.asList(steps.split("\\|"))));
    }

    @Test
    void the_table_and_the_statuses_cover_each_other() {
        var reached = EnumSet.of(DocumentLifecycle.TABLE.initial());
        DocumentLifecycle.TABLE.rows().forEach(row -> reached.add(row.to()));
        assertThat(reached).isEqualTo(EnumSet.allOf(DocumentStatus.class));
        assertThat(DocumentLifecycle.TABLE.rows())
                .extracting(row -> (Object) row.event())
                .containsAll(EVENTS.values().stream()
                        .<Object>map(DocumentEvent::getClass)
                        .toList());
    }

    @Test
    void the_only_way_out_leads_through_a_passed_review() {
        assertThat(DocumentLifecycle.TABLE.rows())
                .filteredOn(row -> row.to() == DocumentStatus.PUBLISHED)
                .extracting(Transition::from)
                .containsExactly(DocumentStatus.CLEARED);
        assertThat(DocumentLifecycle.TABLE.rows())
                .filteredOn(row -> row.to() == DocumentStatus.CLEARED)
                .extracting(row -> (Object) row.event())
                .containsExactly(SecrecyReviewPassed.class);
    }

    @Test
    void the_diagram_in_the_docs_is_fresh() throws IOException {
        assertThat(Files.readString(Path.of("../docs/disclosure.md"))).contains(DocumentLifecycle.TABLE.mermaid());
    }
}
