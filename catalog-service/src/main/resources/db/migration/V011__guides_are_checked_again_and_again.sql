-- What the last check of a version that binds, or will, came to. What it was checked against: the revision of the laws and the day.
CREATE TABLE guide_check (
    guide_version_id BIGINT NOT NULL PRIMARY KEY,
    body_code        CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    row_version      BIGINT NOT NULL,
    law_revision     BIGINT NOT NULL,
    checked_on       DATE NOT NULL,
    blocking         INT NOT NULL,
    unconfirmed      INT NOT NULL,
    warnings         INT NOT NULL,
    score            INT NOT NULL,
    CONSTRAINT guide_check_of_version FOREIGN KEY (guide_version_id) REFERENCES guide_version (id),
    INDEX guide_check_by_body (body_code, blocking, unconfirmed, warnings, score)
);

-- What the rules hold against such a version now; a row goes when its reason does.
CREATE TABLE guide_finding (
    id               BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    guide_version_id BIGINT NOT NULL,
    body_code        CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rule_name        VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    severity         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pointer          VARCHAR(500) NOT NULL,
    arguments        JSON NOT NULL,
    law_id           VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    found_at         DATETIME(6) NOT NULL,
    CONSTRAINT guide_finding_on_version FOREIGN KEY (guide_version_id) REFERENCES guide_version (id),
    CONSTRAINT guide_finding_about_law FOREIGN KEY (law_id) REFERENCES law (id),
    INDEX guide_finding_by_body (body_code, id),
    INDEX guide_finding_by_severity (severity, body_code, id),
    INDEX guide_finding_by_law (law_id, id)
);
