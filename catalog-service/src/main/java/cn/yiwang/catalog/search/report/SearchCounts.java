package cn.yiwang.catalog.search.report;

import java.time.LocalDate;

/** How often a text was searched for on a day, without a good result, and how often a result was opened. */
record SearchCounts(LocalDate day, String query, long searches, long withoutResult, long clicks) {

    SearchCounts plus(SearchCounts other) {
        return new SearchCounts(
                day, query, searches + other.searches, withoutResult + other.withoutResult, clicks + other.clicks);
    }
}
