-- How many promised materials are outstanding, and whether a commitment stands in for proof: read with the row, so that nobody else pays.
ALTER TABLE application
  ADD COLUMN promised_materials INT     NOT NULL DEFAULT 0,
  ADD COLUMN committed          BOOLEAN NOT NULL DEFAULT FALSE;

-- A material that the guide lets come later, promised by the applicant (容缺受理).
CREATE TABLE promised_material (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  application_id BIGINT       NOT NULL,
  code           CHAR(17)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text           VARCHAR(1000) NOT NULL,
  signed_by      VARCHAR(200) NOT NULL,
  signed_at      DATETIME(6)  NOT NULL,
  due_on         DATE         NULL,
  handed_in_at   DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY promised_material_once (application_id, code),
  KEY promised_material_missed (state, due_on, application_id)
);

-- The applicant's word that conditions are met, in place of proof (告知承诺), and what a later check found.
CREATE TABLE commitment (
  application_id BIGINT       NOT NULL,
  text           VARCHAR(2000) NOT NULL,
  signed_by      VARCHAR(200) NOT NULL,
  signed_at      DATETIME(6)  NOT NULL,
  check_due_on   DATE         NULL,
  result         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  finding        VARCHAR(2000) NULL,
  checked_by     VARCHAR(200) NULL,
  checked_at     DATETIME(6)  NULL,
  PRIMARY KEY (application_id),
  KEY commitment_to_check (result, check_due_on, application_id)
);
