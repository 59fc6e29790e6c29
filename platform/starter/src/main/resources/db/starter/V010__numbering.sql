-- The next free serial of each series; instances take blocks.
CREATE TABLE serial (
    series     VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    next_value BIGINT      NOT NULL,
    PRIMARY KEY (series)
);

-- Wrong query codes of late, counted by a keyed hash of the number that was asked for, whether it exists or not.
CREATE TABLE query_code_attempt (
    number_hash  BINARY(32)  NOT NULL,
    failures     INT         NOT NULL,
    window_start DATETIME(6) NOT NULL,
    PRIMARY KEY (number_hash),
    KEY query_code_attempt_age (window_start)
);
