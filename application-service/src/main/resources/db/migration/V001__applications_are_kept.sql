-- One row for each item version that was ever applied under: what applications are pinned to.
CREATE TABLE pinned_guide (
  id        BIGINT   NOT NULL AUTO_INCREMENT,
  item_code CHAR(33) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version   INT      NOT NULL,
  snapshot  MEDIUMTEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY pinned_guide_version (item_code, version)
);

CREATE TABLE application (
  id                BIGINT       NOT NULL AUTO_INCREMENT,
  public_id         BINARY(16)   NOT NULL,
  number            VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  query_code_hash   BINARY(32)   NULL,
  guide_id          BIGINT       NOT NULL,
  item_code         CHAR(33)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body              CHAR(18)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  division          CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mover             VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version           BIGINT       NOT NULL,
  event_count       INT          NOT NULL,
  applicant_type    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  applicant_index   BINARY(32)   NOT NULL,
  applicant_sealed  BLOB         NOT NULL,
  summary           VARCHAR(200) NULL,
  waiting_since     DATE         NULL,
  due_on            DATE         NULL,
  statutory_due_on  DATE         NULL,
  due_provisional   BOOLEAN      NOT NULL,
  due_calendar      VARCHAR(64)  NULL,
  due_basis         VARCHAR(200) NULL,
  pending_reviews   INT          NOT NULL,
  objections        INT          NOT NULL,
  outcome           VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  reason            VARCHAR(2000) NULL,
  remedies          VARCHAR(1000) NULL,
  certificate_request_id BINARY(16) NULL,
  certificate_id         BINARY(16) NULL,
  certificate_identifier VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  certificate_status     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  certificate_sequence   BIGINT       NULL,
  created_at        DATETIME(6)  NOT NULL,
  submitted_at      DATETIME(6)  NULL,
  accepted_at       DATETIME(6)  NULL,
  decided_at        DATETIME(6)  NULL,
  delivered_at      DATETIME(6)  NULL,
  updated_at        DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY application_public_id (public_id),
  UNIQUE KEY application_number (number),
  UNIQUE KEY application_certificate_request (certificate_request_id),
  -- The applicant's own list, newest first.
  KEY application_of_applicant (applicant_index, id),
  -- The worklist of the window and of the approver: everything it shows, so that no row is looked up.
  KEY application_worklist (body, division, mover, due_on, id, public_id, number, status, version, guide_id, due_provisional, submitted_at),
  -- Due dates to be computed again when the next year's calendar is published.
  KEY application_provisional (due_provisional, id)
);

-- What one department is asked in a review, answered once.
CREATE TABLE review_task (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  public_id       BINARY(16)   NOT NULL,
  application_id  BIGINT       NOT NULL,
  application_public_id BINARY(16) NOT NULL,
  number          VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  guide_id        BIGINT       NOT NULL,
  department      CHAR(18)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  division        CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name            VARCHAR(200) NOT NULL,
  status          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The version of the application with which this task was created or answered.
  changed_version BIGINT       NOT NULL,
  opinion         VARCHAR(2000) NULL,
  answered_by     VARCHAR(200) NULL,
  answered_at     DATETIME(6)  NULL,
  due_on          DATE         NOT NULL,
  due_provisional BOOLEAN      NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY review_task_once (application_id, department),
  KEY review_task_worklist (department, division, status, due_on, id, application_public_id, number, changed_version, guide_id, due_provisional, created_at)
);

-- What happened, in the order in which it happened.
CREATE TABLE history (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  application_id BIGINT       NOT NULL,
  event          VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_status    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_status      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor          VARCHAR(200) NOT NULL,
  actor_type     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  department     CHAR(18)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  note           VARCHAR(200) NULL,
  due_on         DATE         NULL,
  occurred_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY history_of_application (application_id, id)
);
