-- How often a text was searched for on a day. Nothing says by whom, and texts with numbers that could be a person's are never kept.
CREATE TABLE search_count (
    day            DATE NOT NULL,
    query          VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    searches       BIGINT NOT NULL,
    without_result BIGINT NOT NULL,
    clicks         BIGINT NOT NULL,
    PRIMARY KEY (day, query)
);
