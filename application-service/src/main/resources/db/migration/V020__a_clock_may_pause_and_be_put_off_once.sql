-- A procedure beside the ordinary steps whose time does not count (Administrative Licensing Law Art. 45).
CREATE TABLE special_procedure (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      BINARY(16)   NOT NULL,
  application_id BIGINT       NOT NULL,
  kind           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name           VARCHAR(100) NOT NULL,
  basis          VARCHAR(300) NOT NULL,
  -- The day on which the applicant was told, and the end that was told.
  began_on       DATE         NOT NULL,
  announced_until DATE        NOT NULL,
  reason         VARCHAR(2000) NOT NULL,
  ended_on       DATE         NULL,
  result         VARCHAR(2000) NULL,
  started_by     VARCHAR(200) NOT NULL,
  ended_by       VARCHAR(200) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY special_procedure_public_id (public_id),
  KEY special_procedure_of_application (application_id, id)
);

-- The one extension of a decision (Art. 42).
CREATE TABLE clock_extension (
  application_id BIGINT       NOT NULL,
  amount         INT          NOT NULL,
  unit           VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approver       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approval       VARCHAR(100) NULL,
  basis          VARCHAR(300) NOT NULL,
  reason         VARCHAR(2000) NOT NULL,
  -- The day 0 of the limit that was put off.
  since          DATE         NOT NULL,
  approved_by    VARCHAR(200) NOT NULL,
  approved_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (application_id)
);

-- Whether the running limit has pauses or an extension, whether one of its pauses lasts, and how far its end was announced:
-- none of the reminders, the first so many of them, or 100 for overdue.
ALTER TABLE application
  ADD COLUMN clock_moved  BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN clock_paused BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN due_alert    TINYINT NOT NULL DEFAULT 0,
  ADD KEY application_alerts (due_on, id, due_alert, clock_paused);
