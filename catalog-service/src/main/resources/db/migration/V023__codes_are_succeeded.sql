-- Base items or implementations that were merged, split, moved or abolished: when, why, and what follows them.
CREATE TABLE succession (
    id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    public_id    BINARY(16) NOT NULL,
    kind         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    effective_on DATE NOT NULL,
    basis        VARCHAR(500) NOT NULL,
    decided_by   VARCHAR(255) NOT NULL,
    decided_at   DATETIME(6) NOT NULL,
    CONSTRAINT succession_public_id UNIQUE (public_id)
);

CREATE TABLE succession_code (
    succession_id BIGINT NOT NULL,
    side          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code          VARCHAR(31) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (succession_id, side, code),
    CONSTRAINT code_of_succession FOREIGN KEY (succession_id) REFERENCES succession (id),
    INDEX succession_of_code (code, side, succession_id)
);

-- What is prohibited or restricted (负面清单); what it does not name is open to everybody.
CREATE TABLE negative_list_entry (
    id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code           VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title          VARCHAR(300) NOT NULL,
    kind           VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    measure        VARCHAR(1000) NOT NULL,
    basis          VARCHAR(500) NOT NULL,
    division       CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    effective_from DATE NOT NULL,
    effective_to   DATE NULL,
    created_at     DATETIME(6) NOT NULL,
    CONSTRAINT negative_list_entry_code UNIQUE (code),
    INDEX negative_list_by_division (division, code)
);
