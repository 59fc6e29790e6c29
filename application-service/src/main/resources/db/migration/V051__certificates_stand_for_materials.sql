-- A certificate that stands for a material of an application (免提交): what it said at that moment, and the consent behind it.
CREATE TABLE certificate_use (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      BINARY(16)   NOT NULL,
  application_id BIGINT       NOT NULL,
  code           CHAR(17)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate_id BINARY(16)   NOT NULL,
  trust_grade    CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_to       DATE         NOT NULL,
  snapshot_sealed BLOB        NOT NULL,
  consent_id     BINARY(16)   NOT NULL,
  consented_by   VARCHAR(200) NOT NULL,
  mandate_id     BINARY(16)   NULL,
  used_at        DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY certificate_use_once (application_id, code),
  UNIQUE KEY certificate_use_public_id (public_id)
);
