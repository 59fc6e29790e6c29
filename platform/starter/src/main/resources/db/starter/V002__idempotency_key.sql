-- What a creating call answered, so that its repetition gets the same answer.
-- scope: SHA-256 over caller, method, path and key. The answer is sealed, because it may hold personal data.
CREATE TABLE idempotency_key (
    scope      BINARY(32)      NOT NULL,
    body_hash  BINARY(32)      NOT NULL,
    status     SMALLINT        NOT NULL DEFAULT 0,
    etag       VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    location   VARCHAR(512)    NULL,
    answer     MEDIUMBLOB      NULL,
    created_at DATETIME(6)     NOT NULL,
    PRIMARY KEY (scope),
    KEY idempotency_key_by_age (created_at)
);
