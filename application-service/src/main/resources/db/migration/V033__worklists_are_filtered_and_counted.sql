-- The worklists show whose desk it is, so that the one index still answers them alone.
ALTER TABLE application
  DROP KEY application_worklist,
  ADD KEY application_worklist (body, division, mover, due_on, id, public_id, number, status, version, guide_id, due_provisional, submitted_at, item_code, officer),
  ADD KEY application_of_officer (officer, body, division, mover, due_on, id),
  ADD KEY application_of_item (body, division, mover, item_code, due_on, id);

ALTER TABLE review_task
  DROP KEY review_task_worklist,
  ADD KEY review_task_worklist (department, division, status, due_on, id, application_public_id, number, changed_version, guide_id, due_provisional, created_at, stage, officer),
  ADD KEY review_task_of_officer (officer, department, division, status, due_on, id);

-- Filters that somebody keeps under a name.
CREATE TABLE worklist_filter (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  public_id  BINARY(16)   NOT NULL,
  owner      VARCHAR(200) NOT NULL,
  name       VARCHAR(50)  NOT NULL,
  role       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  item_code  CHAR(33)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  officer    VARCHAR(200) NULL,
  due_before DATE         NULL,
  overdue    BOOLEAN      NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY worklist_filter_public_id (public_id),
  UNIQUE KEY worklist_filter_name (owner, name)
);
