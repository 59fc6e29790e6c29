-- The standard material code (L1000005 and the like) that certificates of a type stand for: the key between the materials of a guide and
-- the certificates. Null where no register has assigned one; guides then name the type itself.
ALTER TABLE certificate_type
    ADD COLUMN standard_material_code CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY certificate_type_of_material (standard_material_code);
