package cn.yiwang.catalog.disclosure;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody may read; one predicate for the lists and for reading one. */
@Repository
class PublicDocuments {

    /** Out, on or after its first day, and not archived. */
    private static final String PUBLIC = """
             WHERE d.status IN ('PUBLISHED', 'EXPIRED') AND d.effective_from <= :today
               AND (d.archive_on IS NULL OR d.archive_on > :today)""";

    static final String IN_VALIDITY = PUBLIC + """
             AND d.status = 'PUBLISHED' AND (d.effective_to IS NULL OR d.effective_to >= :today)""";

    static final String NEWEST_FIRST = " ORDER BY d.effective_from DESC, d.id DESC LIMIT :limit";

    static final String WITH_WORD =
            " AND EXISTS (SELECT 1 FROM disclosure_word dw WHERE dw.document_id = d.id AND dw.word %s)";

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What to list; null means any.
     *
     * @param query words of title, number, issuer or text, all of which it has to hold
     * @param items codes of which a document has to concern at least one
     * @param expired whether those whose last day is over, instead of those that apply
     */
    record Filter(
            @Nullable DocumentKind kind,
            @Nullable String body,
            @Nullable Collection<String> items,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String query,
            boolean expired) {}

    /** A business item's code holds its base code from the 20th character on. */
    static List<String> concerning(String code) {
        return code.length() == 12 ? List.of(code) : List.of(code, code.substring(19, 31));
    }

    Optional<Document> find(UUID publicId) {
        return jdbc.sql(Documents.COLUMNS + PUBLIC + " AND d.public_id = :id")
                .param("id", Ids.toBytes(publicId))
                .param("today", ChinaTime.today(clock))
                .query(Documents::row)
                .optional();
    }

    /** Those with the latest first day first. */
    Page<Document> list(Filter filter, PageRequest page) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = new StringBuilder(filter.expired() ? PUBLIC + " AND d.status = 'EXPIRED'" : IN_VALIDITY);
        parameters.put("today", ChinaTime.today(clock));
        add(
                where,
                parameters,
                " AND d.kind = :kind",
                "kind",
                filter.kind() == null ? null : filter.kind().name());
        add(where, parameters, " AND d.body_code = :body", "body", filter.body());
        add(where, parameters, " AND d.effective_from >= :from", "from", filter.from());
        add(where, parameters, " AND d.effective_from <= :to", "to", filter.to());
        add(
                where,
                parameters,
                " AND d.id IN (SELECT di.document_id FROM disclosure_item di WHERE di.item_code IN (:items))",
                "items",
                filter.items());
        if (filter.query() != null && !addWords(where, parameters, filter.query())) {
            return new Page<>(List.of(), null);
        }
        if (page.after() != null) {
            var cursor = Cursor.decode(page.after(), 2);
            where.append(" AND (d.effective_from < :day OR (d.effective_from = :day AND d.id < :id))");
            parameters.put("day", day(cursor.textAt(0)));
            parameters.put("id", cursor.longAt(1));
        }
        parameters.put("limit", page.limit() + 1);
        List<Document> rows = jdbc.sql(Documents.COLUMNS + where + NEWEST_FIRST)
                .params(parameters)
                .query(Documents::row)
                .list();
        return Page.of(rows, page, document -> Cursor.encode(String.valueOf(document.effectiveFrom()), document.id()));
    }

    /** Whether there is anything to look for in the text. */
    private static boolean addWords(StringBuilder where, Map<String, Object> parameters, String query) {
        var words = DocumentWords.sought(query);
        for (int i = 0; i < words.size(); i++) {
            boolean pair = DocumentWords.isPair(words.get(i));
            where.append(pair ? WITH_WORD.formatted("= :word" + i) : WITH_WORD.formatted("LIKE :word" + i));
            // A word is letters and digits alone, none of which LIKE takes for more.
            parameters.put("word" + i, pair ? words.get(i) : words.get(i) + "%");
        }
        return !words.isEmpty();
    }

    private static void add(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
    }
}
