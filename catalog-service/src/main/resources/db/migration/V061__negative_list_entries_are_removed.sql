-- An entry stays on record after its last day: what was prohibited then was prohibited.
ALTER TABLE negative_list_entry
    ADD COLUMN removal_basis VARCHAR(500) NULL,
    ADD COLUMN row_version BIGINT NOT NULL DEFAULT 1;
