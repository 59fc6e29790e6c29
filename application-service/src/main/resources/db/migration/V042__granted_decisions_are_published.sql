-- Since when a granted decision waits to be published; the step that grants sets it with the row it writes anyway.
ALTER TABLE application
  ADD COLUMN unpublished_since DATE NULL,
  ADD KEY application_unpublished (unpublished_since, id);

-- What the public may read of granted decisions (行政许可法 40), personal data already masked.
CREATE TABLE published_decision (
  id                     BIGINT       NOT NULL AUTO_INCREMENT,
  public_id              BINARY(16)   NOT NULL,
  application_id         BIGINT       NOT NULL,
  version                INT          NOT NULL,
  title                  VARCHAR(100) NOT NULL,
  number                 VARCHAR(120) NOT NULL,
  item_code              CHAR(33)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_name              VARCHAR(200) NOT NULL,
  body                   CHAR(18)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body_name              VARCHAR(200) NOT NULL,
  division               CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_type            VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_name            VARCHAR(200) NOT NULL,
  holder_code            VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate_identifier VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  decided_on             DATE         NOT NULL,
  published_on           DATE         NOT NULL,
  due_on                 DATE         NOT NULL,
  withdrawn              BOOLEAN      NOT NULL,
  withdrawn_by           VARCHAR(200) NULL,
  withdrawn_at           DATETIME(6)  NULL,
  withdrawn_reason       VARCHAR(500) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY published_decision_public_id (public_id),
  UNIQUE KEY published_decision_once (application_id),
  KEY published_decision_newest (withdrawn, decided_on, id),
  KEY published_decision_of_body (body, withdrawn, decided_on, id),
  KEY published_decision_of_division (division, withdrawn, decided_on, id),
  KEY published_decision_of_item (item_code, withdrawn, decided_on, id),
  KEY published_decision_of_holder (holder_code, withdrawn, decided_on, id)
);
