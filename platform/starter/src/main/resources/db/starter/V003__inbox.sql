-- A row here: this consumer has handled the event, or parked it.
CREATE TABLE inbox_event (
    consumer    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id    BINARY(16)  NOT NULL,
    received_at DATETIME(6) NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

-- The aggregates whose events wait; the row is also the lock between the listener and an operator's redrive.
CREATE TABLE parked_aggregate (
    consumer     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    topic        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    aggregate_id VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (consumer, topic, aggregate_id)
);

CREATE TABLE parked_message (
    id               BIGINT        NOT NULL AUTO_INCREMENT,
    consumer         VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    topic            VARCHAR(100)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    partition_number INT           NOT NULL,
    record_offset    BIGINT        NOT NULL,
    aggregate_id     VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    event_id         BINARY(16)    NOT NULL,
    event_type       VARCHAR(120)  NULL,
    status           VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason           VARCHAR(1000) NOT NULL,
    attempts         INT           NOT NULL,
    payload          LONGBLOB      NOT NULL,
    parked_at        DATETIME(6)   NOT NULL,
    settled_at       DATETIME(6)   NULL,
    PRIMARY KEY (id),
    CONSTRAINT parked_message_is_parked_once UNIQUE (consumer, event_id),
    KEY parked_message_queue (consumer, topic, aggregate_id, status, id),
    KEY parked_message_by_status (status, id)
);
