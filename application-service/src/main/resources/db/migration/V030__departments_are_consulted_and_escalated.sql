-- A department looks through the materials before acceptance (CHECK) and gives its opinion afterwards (REVIEW).
ALTER TABLE review_task
  ADD COLUMN stage VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'REVIEW',
  ADD COLUMN escalated_by VARCHAR(200) NULL,
  ADD COLUMN escalation_reason VARCHAR(2000) NULL,
  DROP KEY review_task_worklist,
  ADD KEY review_task_worklist (department, division, status, due_on, id, application_public_id, number, changed_version, guide_id, due_provisional, created_at, stage);

-- What a department wants from the applicant: collected, and asked for once for all of them.
CREATE TABLE review_request (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  public_id      BINARY(16)    NOT NULL,
  application_id BIGINT        NOT NULL,
  department     CHAR(18)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  material_code  CHAR(17)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wish           VARCHAR(500)  NOT NULL,
  status         VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked_by       VARCHAR(200)  NOT NULL,
  asked_at       DATETIME(6)   NOT NULL,
  settled_at     DATETIME(6)   NULL,
  PRIMARY KEY (id),
  UNIQUE KEY review_request_once (application_id, department, material_code)
);
