-- Files that were handed in; the content lies in the material store under its SHA-256.
CREATE TABLE material (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      BINARY(16)   NOT NULL,
  application_id BIGINT       NOT NULL,
  code           CHAR(17)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_name      VARCHAR(150) NOT NULL,
  media_type     VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size           BIGINT       NOT NULL,
  sha256         BINARY(32)   NOT NULL,
  uploaded_by    VARCHAR(200) NOT NULL,
  uploaded_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY material_public_id (public_id),
  KEY material_of_application (application_id, id),
  KEY material_content (sha256)
);
