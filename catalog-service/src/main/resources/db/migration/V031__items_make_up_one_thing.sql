-- What a person calls one thing, such as opening a pharmacy: several items with one form and each material once.
CREATE TABLE one_thing (
    id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The body that leads it.
    owner      CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    CONSTRAINT one_thing_code UNIQUE (code),
    CONSTRAINT one_thing_of_known_body FOREIGN KEY (owner) REFERENCES body (code)
);

CREATE TABLE one_thing_version (
    id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    one_thing_id BIGINT NOT NULL,
    version      INT NOT NULL,
    status       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(100) NOT NULL,
    content      JSON NOT NULL,
    editor       VARCHAR(255) NOT NULL,
    publisher    VARCHAR(255) NULL,
    reason       VARCHAR(500) NULL,
    row_version  BIGINT NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    published_at DATETIME(6) NULL,
    -- Null for all but drafts and all but published ones: a package has at most one of each.
    open_draft   TINYINT GENERATED ALWAYS AS (CASE WHEN status = 'DRAFT' THEN 1 END) STORED,
    in_force     TINYINT GENERATED ALWAYS AS (CASE WHEN status = 'PUBLISHED' THEN 1 END) STORED,
    CONSTRAINT one_thing_version_number UNIQUE (one_thing_id, version),
    CONSTRAINT one_thing_version_one_draft UNIQUE (one_thing_id, open_draft),
    CONSTRAINT one_thing_version_one_in_force UNIQUE (one_thing_id, in_force),
    CONSTRAINT one_thing_version_of_package FOREIGN KEY (one_thing_id) REFERENCES one_thing (id),
    INDEX one_thing_version_by_status (status, one_thing_id)
);

-- Everybody who wrote on a draft; none of them may publish it.
CREATE TABLE one_thing_editor (
    version_id BIGINT NOT NULL,
    subject    VARCHAR(255) NOT NULL,
    PRIMARY KEY (version_id, subject),
    CONSTRAINT one_thing_editor_of_version FOREIGN KEY (version_id) REFERENCES one_thing_version (id)
);
