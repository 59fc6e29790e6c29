CREATE TABLE audit_entry (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    occurred_at   DATETIME(6)  NOT NULL,
    actor_subject VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    actor_type    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    acting_for    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    roles         VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action        VARCHAR(100) NOT NULL,
    object_type   VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    object_id     VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ground        VARCHAR(500) NULL,
    details       TEXT         NOT NULL,
    trace_id      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    sealed        BOOLEAN      NOT NULL,
    PRIMARY KEY (id),
    KEY audit_entry_waits_for_seal (sealed, id),
    KEY audit_entry_by_object (object_type, object_id, id),
    KEY audit_entry_by_actor (actor_subject, id)
);

-- The chain: each link's hash covers the link before it and every column of its entry.
CREATE TABLE audit_seal (
    seal_number BIGINT     NOT NULL,
    entry_id    BIGINT     NOT NULL,
    hash        BINARY(32) NOT NULL,
    PRIMARY KEY (seal_number),
    CONSTRAINT audit_seal_is_one_per_entry UNIQUE (entry_id)
);

-- One row: the last link. Locked by whoever seals; its own hash shows when the end of the chain was cut off.
CREATE TABLE audit_chain (
    id          INT         NOT NULL,
    seal_number BIGINT      NOT NULL,
    hash        BINARY(32)  NOT NULL,
    head_hash   BINARY(32)  NOT NULL,
    sealed_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
);
