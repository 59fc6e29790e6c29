-- A draft that is being reviewed is an open draft too: an item has one of either.
ALTER TABLE guide_version DROP INDEX guide_version_one_open_draft, DROP COLUMN open_draft;

ALTER TABLE guide_version
    ADD COLUMN open_draft TINYINT GENERATED ALWAYS AS (CASE WHEN status IN ('DRAFT', 'IN_REVIEW') THEN 1 END) STORED;

ALTER TABLE guide_version
    ADD CONSTRAINT guide_version_one_open_draft UNIQUE (business_item_id, open_draft),
    ADD INDEX guide_version_open_drafts (open_draft, id);

ALTER TABLE guide_version DROP CONSTRAINT guide_version_published_from;

ALTER TABLE guide_version
    ADD CONSTRAINT guide_version_published_from CHECK (status IN ('DRAFT', 'IN_REVIEW') OR effective_from IS NOT NULL);

-- Who asked for a review, and why a draft came back.
CREATE TABLE guide_review (
    id               BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    guide_version_id BIGINT NOT NULL,
    kind             VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject          VARCHAR(255) NOT NULL,
    note             VARCHAR(500) NULL,
    reasons          JSON NULL,
    created_at       DATETIME(6) NOT NULL,
    CONSTRAINT guide_review_of_version FOREIGN KEY (guide_version_id) REFERENCES guide_version (id),
    INDEX guide_review_by_version (guide_version_id, id)
);
