-- Official documents (文书). Those that a step makes get their row, number and contents when they are first asked for; the day is the step's.
CREATE TABLE document (
  id               BIGINT       NOT NULL AUTO_INCREMENT,
  public_id        BINARY(16)   NOT NULL,
  application_id   BIGINT       NOT NULL,
  kind             VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Which of several of one kind: a step that can be repeated makes one each time.
  occasion         INT          NOT NULL,
  body             CHAR(18)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body_name        VARCHAR(200) NOT NULL,
  template_version INT          NOT NULL,
  number           VARCHAR(120) NULL,
  series_word      VARCHAR(20)  NULL,
  series_year      SMALLINT     NULL,
  series_serial    INT          NULL,
  dated_on         DATE         NOT NULL,
  contents         MEDIUMBLOB   NOT NULL,
  made_by          VARCHAR(200) NULL,
  made_at          DATETIME(6)  NOT NULL,
  content_sha256   BINARY(32)   NULL,
  content_size     BIGINT       NULL,
  sealed_at        DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY document_public_id (public_id),
  UNIQUE KEY document_once (application_id, kind, occasion),
  UNIQUE KEY document_number_once (body, series_word, series_year, series_serial),
  KEY document_content (content_sha256)
);

-- The last number given in each series; counted in the transaction of the document, so that a rollback takes it back.
CREATE TABLE document_series (
  body        CHAR(18)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  word        VARCHAR(20) NOT NULL,
  year        SMALLINT    NOT NULL,
  last_serial INT         NOT NULL,
  PRIMARY KEY (body, word, year)
);
