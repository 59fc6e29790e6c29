-- Guides are held against the standard of their base item; whatever the standard or a justified deviation changes for them counts here.
ALTER TABLE base_item ADD COLUMN standard_revision BIGINT NOT NULL DEFAULT 0;
UPDATE base_item SET standard_revision = 1
 WHERE id IN (SELECT base_item_id FROM base_item_standard WHERE in_force = 1);

ALTER TABLE guide_check ADD COLUMN standard_revision BIGINT NOT NULL DEFAULT 0;

-- Deviations are recorded when they are found, not only when an implementation is entered.
ALTER TABLE implementation ADD COLUMN row_version BIGINT NOT NULL DEFAULT 1;
