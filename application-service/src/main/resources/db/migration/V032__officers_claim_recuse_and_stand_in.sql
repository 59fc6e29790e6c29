-- Whose desk it lies on (null: the pool's), who reviewed, and how many are kept out of it: read with the row, so that no step asks for them.
ALTER TABLE application
  ADD COLUMN officer          VARCHAR(200) NULL,
  ADD COLUMN reviewers        TEXT NULL,
  ADD COLUMN recusals         INT NOT NULL DEFAULT 0,
  ADD COLUMN inspections_open INT NOT NULL DEFAULT 0;

ALTER TABLE review_task
  ADD COLUMN officer VARCHAR(200) NULL;

-- Who has nothing to do with an application: recused (回避), or barred from reviewing because of hosting its hearing.
CREATE TABLE recusal (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  application_id BIGINT        NOT NULL,
  officer        VARCHAR(200)  NOT NULL,
  kind           VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason         VARCHAR(500)  NOT NULL,
  recorded_by    VARCHAR(200)  NOT NULL,
  recorded_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY recusal_once (application_id, officer, kind)
);

-- Who stands in for whom between which days.
CREATE TABLE delegation (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  public_id    BINARY(16)   NOT NULL,
  body         CHAR(18)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  division     CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  principal    VARCHAR(200) NOT NULL,
  deputy       VARCHAR(200) NOT NULL,
  begins_on    DATE         NOT NULL,
  ends_on      DATE         NOT NULL,
  reason       VARCHAR(500) NOT NULL,
  recorded_by  VARCHAR(200) NOT NULL,
  recorded_at  DATETIME(6)  NOT NULL,
  revoked_at   DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY delegation_public_id (public_id),
  KEY delegation_of_deputy (deputy, ends_on),
  KEY delegation_of_principal (principal, ends_on)
);

-- Checks of substance and on the spot (核查), made by two officers (行政许可法 34).
CREATE TABLE inspection (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  public_id      BINARY(16)    NOT NULL,
  application_id BIGINT        NOT NULL,
  department     CHAR(18)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind           VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_on        DATE          NOT NULL,
  place          VARCHAR(200)  NULL,
  findings       VARCHAR(2000) NOT NULL,
  passed         BOOLEAN       NOT NULL,
  first_officer  VARCHAR(200)  NOT NULL,
  second_officer VARCHAR(200)  NOT NULL,
  recorded_at    DATETIME(6)   NOT NULL,
  confirmed_at   DATETIME(6)   NULL,
  PRIMARY KEY (id),
  UNIQUE KEY inspection_public_id (public_id),
  KEY inspection_of_application (application_id, id)
);
