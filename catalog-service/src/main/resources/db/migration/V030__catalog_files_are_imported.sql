-- A file with a body's items: stored, checked, and applied when an editor says so.
CREATE TABLE catalog_import (
    id              BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    public_id       BINARY(16) NOT NULL,
    -- The body whose items it may hold; null for the province, which keeps the whole catalog.
    owner           CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_by      VARCHAR(255) NOT NULL,
    created_at      DATETIME(6) NOT NULL,
    file_name       VARCHAR(255) NOT NULL,
    file_size       BIGINT NOT NULL,
    file_sha256     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Counts the instances that began to work on it: what an earlier one still writes is refused.
    attempt         INT NOT NULL,
    rows_read       INT NOT NULL,
    items_checked   INT NOT NULL,
    items_applied   INT NOT NULL,
    items_new       INT NOT NULL,
    items_changed   INT NOT NULL,
    items_unchanged INT NOT NULL,
    blocking        INT NOT NULL,
    advice          INT NOT NULL,
    ordered_by      VARCHAR(255) NULL,
    finished_at     DATETIME(6) NULL,
    row_version     BIGINT NOT NULL,
    CONSTRAINT catalog_import_public_id UNIQUE (public_id),
    INDEX catalog_import_by_state (state, id),
    INDEX catalog_import_by_owner (owner, id)
);

-- The file in pieces, so that no piece is larger than a packet of the database.
CREATE TABLE catalog_import_part (
    import_id BIGINT NOT NULL,
    ordinal   INT NOT NULL,
    content   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (import_id, ordinal),
    CONSTRAINT catalog_import_part_of_import FOREIGN KEY (import_id) REFERENCES catalog_import (id)
);

CREATE TABLE catalog_import_finding (
    import_id   BIGINT NOT NULL,
    ordinal     INT NOT NULL,
    severity    VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code        VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    table_name  VARCHAR(60) NOT NULL,
    line        INT NOT NULL,
    column_name VARCHAR(500) NOT NULL,
    cell        VARCHAR(20) NULL,
    arguments   VARCHAR(4000) NOT NULL,
    PRIMARY KEY (import_id, ordinal),
    CONSTRAINT catalog_import_finding_of_import FOREIGN KEY (import_id) REFERENCES catalog_import (id)
);

-- What applying the file would do, item by item, and what it found in the catalog: applying it later compares.
CREATE TABLE catalog_import_item (
    import_id        BIGINT NOT NULL,
    ordinal          INT NOT NULL,
    action           VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    item_code        CHAR(33) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    base_code        CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    base_name        VARCHAR(200) NULL,
    name             VARCHAR(200) NOT NULL,
    public_id        BINARY(16) NOT NULL,
    item_id          BIGINT NULL,
    version_id       BIGINT NULL,
    seen_version     INT NOT NULL,
    seen_row_version BIGINT NULL,
    guide            JSON NULL,
    PRIMARY KEY (import_id, ordinal),
    CONSTRAINT catalog_import_item_of_import FOREIGN KEY (import_id) REFERENCES catalog_import (id)
);
