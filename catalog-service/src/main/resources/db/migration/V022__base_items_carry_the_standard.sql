-- "Same item, same standard, same code": what a base item prescribes to everybody who carries it out, by version.
ALTER TABLE base_item ADD COLUMN ended_on DATE NULL;

CREATE TABLE base_item_standard (
    id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    base_item_id BIGINT NOT NULL,
    version      INT NOT NULL,
    status       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    standard     JSON NOT NULL,
    publisher    VARCHAR(255) NULL,
    row_version  BIGINT NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    published_at DATETIME(6) NULL,
    -- A base item has one open draft and one standard in force at most.
    open_draft   TINYINT GENERATED ALWAYS AS (CASE WHEN status = 'DRAFT' THEN 1 END) STORED,
    in_force     TINYINT GENERATED ALWAYS AS (CASE WHEN status = 'PUBLISHED' THEN 1 END) STORED,
    CONSTRAINT base_item_standard_number UNIQUE (base_item_id, version),
    CONSTRAINT base_item_standard_one_open_draft UNIQUE (base_item_id, open_draft),
    CONSTRAINT base_item_standard_one_in_force UNIQUE (base_item_id, in_force),
    CONSTRAINT base_item_standard_of_base_item FOREIGN KEY (base_item_id) REFERENCES base_item (id)
);

-- Everybody who wrote on a draft; none of them may publish it.
CREATE TABLE base_item_standard_editor (
    standard_id BIGINT NOT NULL,
    subject     VARCHAR(255) NOT NULL,
    PRIMARY KEY (standard_id, subject),
    CONSTRAINT editor_of_base_item_standard FOREIGN KEY (standard_id) REFERENCES base_item_standard (id)
);

-- The lists read implementations in the order of their codes; type and list follow from the code (digits 22 and 23). RTRIM, because
-- the length of a CHAR depends on the SQL mode, and what is generated must not.
ALTER TABLE implementation
    ADD COLUMN authority_source CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN ended_on DATE NULL,
    ADD COLUMN item_type CHAR(2) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (SUBSTRING(RTRIM(code), 22, 2)) STORED,
    ADD COLUMN public_service TINYINT GENERATED ALWAYS AS (CASE WHEN SUBSTRING(RTRIM(code), 22, 2) = '20' THEN 1 ELSE 0 END) STORED;

ALTER TABLE implementation
    ADD INDEX implementation_by_list (public_service, code),
    ADD INDEX implementation_by_type (item_type, code),
    ADD INDEX implementation_by_body_code (body_id, code);

-- Where an implementation differs from the standard, on purpose and with a reason.
CREATE TABLE implementation_deviation (
    implementation_id BIGINT NOT NULL,
    aspect            VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value             VARCHAR(1000) NOT NULL,
    reason            VARCHAR(500) NOT NULL,
    PRIMARY KEY (implementation_id, aspect),
    CONSTRAINT deviation_of_implementation FOREIGN KEY (implementation_id) REFERENCES implementation (id)
);
