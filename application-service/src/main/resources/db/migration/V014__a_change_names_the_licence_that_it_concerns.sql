-- The identifier of the certificate that a change, renewal, reissue or cancellation concerns.
ALTER TABLE application ADD COLUMN licence VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL;
