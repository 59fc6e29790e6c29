-- Granted in part has a longer name than granted.
ALTER TABLE application MODIFY outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL;
