-- The look before acceptance, and the notice of Art. 32(4): one of each for an application at most.
CREATE TABLE pre_review (
  application_id BIGINT       NOT NULL,
  result         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reviewed_by    VARCHAR(200) NOT NULL,
  reviewed_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (application_id)
);

CREATE TABLE correction (
  application_id BIGINT       NOT NULL,
  state          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_on         DATE         NOT NULL,
  amount         INT          NOT NULL,
  unit           VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  consequence    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  requested_by   VARCHAR(200) NOT NULL,
  requested_at   DATETIME(6)  NOT NULL,
  handed_in_at   DATETIME(6)  NULL,
  PRIMARY KEY (application_id),
  -- Notices whose period is over.
  KEY correction_missed (state, due_on, application_id)
);

-- What was asked: codes of the pinned guide, nothing else.
CREATE TABLE asked_requirement (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  application_id BIGINT       NOT NULL,
  stage          VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code           VARCHAR(17)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  explanation    VARCHAR(500) NULL,
  answer         VARCHAR(1000) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY asked_requirement_once (application_id, stage, code)
);

-- Why an application was not taken in, and by which document.
CREATE TABLE non_acceptance (
  application_id BIGINT       NOT NULL,
  ground         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  document       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  basis          VARCHAR(200) NOT NULL,
  competent_body VARCHAR(200) NULL,
  reason         VARCHAR(2000) NOT NULL,
  remedies       VARCHAR(1000) NULL,
  PRIMARY KEY (application_id)
);
