-- One row per set of seed data. Whoever imports it locks the row; the others wait and find it done.
CREATE TABLE seed_import (
    name        VARCHAR(50) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    imported_at DATETIME(6) NULL
);

INSERT INTO seed_import (name) VALUES ('catalog');
