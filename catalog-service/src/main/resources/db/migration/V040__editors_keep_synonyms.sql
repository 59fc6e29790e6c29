-- What people say instead of the official words.
CREATE TABLE search_synonym (
    id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    public_id   BINARY(16) NOT NULL,
    said        VARCHAR(50) NOT NULL,
    official    VARCHAR(100) NOT NULL,
    editor      VARCHAR(255) NOT NULL,
    row_version BIGINT NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    CONSTRAINT search_synonym_public_id UNIQUE (public_id),
    CONSTRAINT search_synonym_pair UNIQUE (said, official)
);

-- One row: every change counts it up, and every instance looks at it each second.
CREATE TABLE search_synonym_revision (
    id       TINYINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);

INSERT INTO search_synonym_revision (id, revision) VALUES (1, 1);

INSERT INTO seed_import (name) VALUES ('synonyms');
