CREATE TABLE interruption (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  application_id BIGINT       NOT NULL,
  kind           VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  basis          VARCHAR(200) NOT NULL,
  reason         VARCHAR(2000) NOT NULL,
  began_at       DATETIME(6)  NOT NULL,
  ended_at       DATETIME(6)  NULL,
  end_reason     VARCHAR(2000) NULL,
  -- The limit as it ran when handling came to rest, from which the remaining days are counted.
  due_on           DATE       NULL,
  statutory_due_on DATE       NULL,
  due_provisional  BOOLEAN    NOT NULL,
  due_calendar     VARCHAR(64)  NULL,
  due_basis        VARCHAR(200) NULL,
  waiting_since    DATE       NULL,
  PRIMARY KEY (id),
  KEY interruption_of_application (application_id, id)
);

-- The conditions of the guide that a refusal, in whole or in part, cites.
ALTER TABLE application ADD COLUMN cited_conditions VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NULL;
