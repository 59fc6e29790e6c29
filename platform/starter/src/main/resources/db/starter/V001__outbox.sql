-- Who is alive, and who holds which slot of a shared task, until when (database time).
CREATE TABLE lease_member (
    task        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    holder      BINARY(16)  NOT NULL,
    alive_until DATETIME(6) NOT NULL,
    PRIMARY KEY (task, holder)
);

CREATE TABLE lease (
    task       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    slot       INT         NOT NULL,
    holder     BINARY(16)  NULL,
    held_until DATETIME(6) NOT NULL,
    PRIMARY KEY (task, slot)
);

CREATE TABLE outbox_event (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    shard          INT          NOT NULL,
    topic          VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    aggregate_id   VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_sequence BIGINT       NOT NULL,
    event_id       BINARY(16)   NOT NULL,
    traceparent    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    payload        MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    sent_at        DATETIME(6)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT outbox_event_has_one_sequence UNIQUE (topic, aggregate_id, event_sequence),
    -- Serves the relays (not sent, in order, of these shards) and the removal of what was sent long ago.
    KEY outbox_event_waits (sent_at, id, shard)
);
