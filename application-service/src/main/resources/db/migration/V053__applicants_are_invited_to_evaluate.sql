-- One invitation for each step that can be evaluated.
CREATE TABLE evaluation_invitation (
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  public_id      BINARY(16)  NOT NULL,
  application_id BIGINT      NOT NULL,
  step           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invited_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY evaluation_invitation_public_id (public_id),
  UNIQUE KEY evaluation_invitation_once (application_id, step)
);
