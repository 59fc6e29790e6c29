-- A file, what was staged of it and its findings go some time after its end; who brought and applied what stays on record.
ALTER TABLE catalog_import
    ADD COLUMN emptied_at DATETIME(6) NULL,
    ADD INDEX catalog_import_to_empty (emptied_at, finished_at);
