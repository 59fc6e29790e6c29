-- Who may act for whom (授权委托): what a written mandate has to say, Civil Code Art. 165: agent, matters, powers, term.
CREATE TABLE mandate (
  id               BIGINT       NOT NULL AUTO_INCREMENT,
  public_id        BINARY(16)   NOT NULL,
  principal_type   VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The same bytes as application.applicant_index.
  principal_index  BINARY(32)   NOT NULL,
  principal_sealed BLOB         NOT NULL,
  agent_index      BINARY(32)   NOT NULL,
  agent_sealed     BLOB         NOT NULL,
  status           VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scope            VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Up to 50 item codes with commas between, where the scope is some items.
  item_codes       VARCHAR(1700) CHARACTER SET ascii COLLATE ascii_bin NULL,
  application_id   BIGINT       NULL,
  application_public_id BINARY(16) NULL,
  actions          VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_on        DATE         NOT NULL,
  ends_on          DATE         NOT NULL,
  version          BIGINT       NOT NULL,
  granted_by       VARCHAR(200) NOT NULL,
  granted_at       DATETIME(6)  NOT NULL,
  answered_at      DATETIME(6)  NULL,
  ended_at         DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY mandate_public_id (public_id),
  KEY mandate_of_principal (principal_index, id),
  KEY mandate_of_agent (agent_index, id)
);

-- Under which mandate a step was taken; null when the applicant acted, or an official.
ALTER TABLE history ADD COLUMN mandate_id BINARY(16) NULL;
