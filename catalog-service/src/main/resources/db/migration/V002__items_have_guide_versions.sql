CREATE TABLE guide_version (
    id               BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    business_item_id BIGINT NOT NULL,
    version          INT NOT NULL,
    status           VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    effective_from   DATE NULL,
    effective_to     DATE NULL,
    guide            JSON NOT NULL,
    editor           VARCHAR(255) NOT NULL,
    publisher        VARCHAR(255) NULL,
    note             VARCHAR(500) NULL,
    row_version      BIGINT NOT NULL,
    created_at       DATETIME(6) NOT NULL,
    published_at     DATETIME(6) NULL,
    -- Null for all but drafts: the unique key below lets an item have one open draft.
    open_draft       TINYINT GENERATED ALWAYS AS (CASE WHEN status = 'DRAFT' THEN 1 END) STORED,
    CONSTRAINT guide_version_number UNIQUE (business_item_id, version),
    CONSTRAINT guide_version_one_open_draft UNIQUE (business_item_id, open_draft),
    CONSTRAINT guide_version_of_item FOREIGN KEY (business_item_id) REFERENCES business_item (id),
    CONSTRAINT guide_version_published_from CHECK (status = 'DRAFT' OR effective_from IS NOT NULL),
    INDEX guide_version_in_force (business_item_id, status, effective_from, effective_to, version, row_version),
    INDEX guide_version_running_out (status, effective_to, business_item_id),
    INDEX guide_version_by_status (status, id)
);

-- Everybody who wrote on a draft; none of them may publish it.
CREATE TABLE guide_editor (
    guide_version_id BIGINT NOT NULL,
    subject          VARCHAR(255) NOT NULL,
    PRIMARY KEY (guide_version_id, subject),
    CONSTRAINT guide_editor_of_version FOREIGN KEY (guide_version_id) REFERENCES guide_version (id)
);
