-- How and when a document reached whom it is for. A mail is delivered only when its receipt is known; nothing else of a row changes.
CREATE TABLE document_delivery (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      BINARY(16)   NOT NULL,
  application_id BIGINT       NOT NULL,
  document_id    BIGINT       NOT NULL,
  method         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  contents       BLOB         NOT NULL,
  sent_on        DATE         NOT NULL,
  delivered_on   DATE         NULL,
  recorded_by    VARCHAR(200) NOT NULL,
  recorded_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY document_delivery_public_id (public_id),
  KEY document_delivery_of_document (document_id, id)
);

-- Whether the applicant takes electronic delivery for delivery; the newest word counts.
CREATE TABLE delivery_consent (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  application_id BIGINT       NOT NULL,
  given          BOOLEAN      NOT NULL,
  said_by        VARCHAR(200) NOT NULL,
  said_at        DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY delivery_consent_of_application (application_id, id)
);
