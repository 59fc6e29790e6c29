-- One row: the last position given out. Its lock lets one transaction at a time append, so positions appear in their order and without gaps.
CREATE TABLE event_log_head (
    id           INT         NOT NULL,
    log_position BIGINT      NOT NULL,
    received_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
);

INSERT INTO event_log_head (id, log_position, received_at) VALUES (1, 0, '2000-01-01 00:00:00');

-- Every event of every owner, append-only.
CREATE TABLE event_log (
    log_position BIGINT       NOT NULL,
    event_id     BINARY(16)   NOT NULL,
    type         VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject      VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    received_at  DATETIME(6)  NOT NULL,
    payload      MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    PRIMARY KEY (log_position),
    KEY event_log_by_time (received_at, log_position)
);

CREATE TABLE subscription (
    id                  BIGINT       NOT NULL AUTO_INCREMENT,
    public_id           BINARY(16)   NOT NULL,
    partner             VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    status              VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_types         VARCHAR(2500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    webhook_url         VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NULL,
    cursor_position     BIGINT       NOT NULL,
    dispatched_position BIGINT       NOT NULL,
    version             BIGINT       NOT NULL,
    event_count         BIGINT       NOT NULL,
    created_at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT subscription_has_a_public_id UNIQUE (public_id),
    KEY subscription_by_partner (partner, status, id),
    KEY subscription_by_status (status, id)
);

-- What was handed to a partner: one row for each event of a webhook, one for each page of a feed.
CREATE TABLE delivery (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    subscription_id BIGINT       NOT NULL,
    channel         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_position  BIGINT       NOT NULL,
    last_position   BIGINT       NOT NULL,
    events          INT          NOT NULL,
    event_id        BINARY(16)   NULL,
    event_type      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
    subject         VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    attempts        INT          NOT NULL,
    next_try_at     DATETIME(6)  NULL,
    last_outcome    VARCHAR(300) NULL,
    created_at      DATETIME(6)  NOT NULL,
    settled_at      DATETIME(6)  NULL,
    PRIMARY KEY (id),
    KEY delivery_is_due (status, next_try_at, subscription_id),
    KEY delivery_in_order (subscription_id, status, subject, id),
    KEY delivery_by_subscription (subscription_id, id)
);

-- Signs webhooks; the private half is sealed.
CREATE TABLE signing_key (
    key_id             VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    public_key         VARBINARY(100) NOT NULL,
    sealed_private_key VARBINARY(500) NOT NULL,
    created_at         DATETIME(6)    NOT NULL,
    PRIMARY KEY (key_id)
);
