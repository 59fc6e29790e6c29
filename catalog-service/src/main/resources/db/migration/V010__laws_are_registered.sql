-- The texts that guides rest on. Entries are never taken out; the sum of the row versions is the revision of the register.
CREATE TABLE law (
    id              VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    title           VARCHAR(200) NOT NULL,
    document_number VARCHAR(100) NULL,
    kind            VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    in_force_from   DATE NOT NULL,
    repealed_from   DATE NULL,
    replaced_by     VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    confirmed       BOOLEAN NOT NULL,
    source          VARCHAR(500) NULL,
    content         JSON NOT NULL,
    row_version     BIGINT NOT NULL,
    created_at      DATETIME(6) NOT NULL,
    CONSTRAINT law_replaced_by_known_law FOREIGN KEY (replaced_by) REFERENCES law (id),
    CONSTRAINT law_repealed_after_in_force CHECK (repealed_from IS NULL OR repealed_from > in_force_from)
);
