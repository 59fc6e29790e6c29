ALTER TABLE certificate_history DROP COLUMN reason;
