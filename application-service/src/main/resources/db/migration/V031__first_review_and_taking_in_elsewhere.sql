-- Who reviewed first before the deciding body got it (行政许可法 35, 43), and the hall that took it in for another body.
ALTER TABLE application
  ADD COLUMN first_body      CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN first_division  CHAR(6)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN intake_body     CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN intake_division CHAR(6)  CHARACTER SET ascii COLLATE ascii_bin NULL;
