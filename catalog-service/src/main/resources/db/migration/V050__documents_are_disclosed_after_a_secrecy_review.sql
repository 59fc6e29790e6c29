-- What the bodies disclose around their items (信息公开). The content is one JSON value, because the secrecy review is of exactly
-- that value: content_hash is its SHA-256, reviewed_hash the one that a reviewer let pass.
CREATE TABLE disclosure_document (
    id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    public_id      BINARY(16) NOT NULL,
    body_code      CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind           VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title          VARCHAR(200) NOT NULL,
    content        JSON NOT NULL,
    content_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reviewed_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    author         VARCHAR(255) NOT NULL,
    publisher      VARCHAR(255) NULL,
    effective_from DATE NULL,
    effective_to   DATE NULL,
    archive_on     DATE NULL,
    ground         VARCHAR(500) NULL,
    event_count    BIGINT NOT NULL,
    row_version    BIGINT NOT NULL,
    created_at     DATETIME(6) NOT NULL,
    changed_at     DATETIME(6) NOT NULL,
    CONSTRAINT disclosure_document_public_id UNIQUE (public_id),
    CONSTRAINT disclosure_document_of_body FOREIGN KEY (body_code) REFERENCES body (code),
    -- Nothing goes out without a passed secrecy review of exactly what goes out.
    CONSTRAINT disclosure_document_was_reviewed CHECK (
        status IN ('DRAFT', 'IN_SECRECY_REVIEW', 'REFUSED')
        OR (reviewed_hash IS NOT NULL AND reviewed_hash = content_hash)),
    CONSTRAINT disclosure_document_has_a_first_day CHECK (
        status IN ('DRAFT', 'IN_SECRECY_REVIEW', 'REFUSED', 'CLEARED') OR effective_from IS NOT NULL),
    INDEX disclosure_document_by_day (status, effective_from, id),
    INDEX disclosure_document_by_kind (status, kind, effective_from, id),
    INDEX disclosure_document_by_body (status, body_code, effective_from, id),
    INDEX disclosure_document_worklist (body_code, id),
    INDEX disclosure_document_running_out (status, effective_to),
    INDEX disclosure_document_to_archive (status, archive_on)
);

-- The items that a document concerns: base codes (12) or business items (33).
CREATE TABLE disclosure_item (
    document_id BIGINT NOT NULL,
    item_code   VARCHAR(33) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (document_id, item_code),
    INDEX disclosure_item_by_code (item_code, document_id),
    CONSTRAINT disclosure_item_of_document FOREIGN KEY (document_id) REFERENCES disclosure_document (id)
);

-- Everybody who wrote on a document; none of them may review or publish it.
CREATE TABLE disclosure_author (
    document_id BIGINT NOT NULL,
    subject     VARCHAR(255) NOT NULL,
    PRIMARY KEY (document_id, subject),
    CONSTRAINT disclosure_author_of_document FOREIGN KEY (document_id) REFERENCES disclosure_document (id)
);

-- Every secrecy review there was (保密审查), with the content that it was about.
CREATE TABLE secrecy_review (
    id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    document_id  BIGINT NOT NULL,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ground       VARCHAR(500) NOT NULL,
    reviewer     VARCHAR(255) NOT NULL,
    reviewed_at  DATETIME(6) NOT NULL,
    CONSTRAINT secrecy_review_of_document FOREIGN KEY (document_id) REFERENCES disclosure_document (id)
);
