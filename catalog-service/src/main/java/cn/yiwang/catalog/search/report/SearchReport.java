package cn.yiwang.catalog.search.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** What the search fails to answer: food for the synonyms. */
record SearchReport(Kind kind, LocalDate from, LocalDate to, List<Line> lines) {

    /** Fewer searches than this are not shown: a rare text may tell of the one who typed it. */
    static final int FEWEST = 3;

    SearchReport {
        lines = List.copyOf(lines);
    }

    /** How a search can fail. */
    enum Kind {
        /** Mostly nothing was found, or nothing but similar. */
        WITHOUT_RESULT,
        /** Something was found that hardly anybody opens. */
        FEW_CLICKS
    }

    /** A text and how often it was searched for. */
    @Schema(name = "SearchReportLine")
    record Line(String query, long searches, long withoutResult, long clicks) {}
}
