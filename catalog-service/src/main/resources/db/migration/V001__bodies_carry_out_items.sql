CREATE TABLE body (
    id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code       CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(100) NOT NULL,
    division   CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    level      CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    example    BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    CONSTRAINT body_code UNIQUE (code),
    INDEX body_by_division (division, code)
);

-- An item as the nation or the province defines it. What no source gave a code to has none.
CREATE TABLE base_item (
    id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code       CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    name       VARCHAR(200) NOT NULL,
    type       CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    CONSTRAINT base_item_code UNIQUE (code)
);

-- The base item as one body carries it out at one level.
CREATE TABLE implementation (
    id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code         CHAR(31) CHARACTER SET ascii COLLATE ascii_bin NULL,
    base_item_id BIGINT NOT NULL,
    body_id      BIGINT NOT NULL,
    level        CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    CONSTRAINT implementation_code UNIQUE (code),
    CONSTRAINT implementation_by_body UNIQUE (base_item_id, body_id, level),
    CONSTRAINT implementation_of_base_item FOREIGN KEY (base_item_id) REFERENCES base_item (id),
    CONSTRAINT implementation_by_known_body FOREIGN KEY (body_id) REFERENCES body (id)
);

-- What a person can apply for. public_id is the subject of its events, event_count their sequence.
CREATE TABLE business_item (
    id                BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    public_id         BINARY(16) NOT NULL,
    implementation_id BIGINT NOT NULL,
    item_code         CHAR(33) CHARACTER SET ascii COLLATE ascii_bin NULL,
    sequence          CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
    name              VARCHAR(200) NOT NULL,
    event_count       BIGINT NOT NULL,
    created_at        DATETIME(6) NOT NULL,
    CONSTRAINT business_item_public_id UNIQUE (public_id),
    CONSTRAINT business_item_code UNIQUE (item_code),
    CONSTRAINT business_item_of_implementation FOREIGN KEY (implementation_id) REFERENCES implementation (id),
    -- Comparing the index in memory with the table reads this index alone.
    INDEX business_item_revision (event_count, id)
);
