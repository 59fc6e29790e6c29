package cn.yiwang.catalog.seed;

/** What an item does with the right it is about; items that do the same have guides of one pattern. */
enum SeedAction {
    ISSUE,
    CHANGE,
    RENEWAL,
    REISSUE,
    CANCELLATION,
    FILING
}
