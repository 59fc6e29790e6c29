-- Whose file it is (the bytes of application.applicant_index) and until when it may be handed in again.
ALTER TABLE material
  ADD COLUMN owner_index BINARY(32) NULL,
  ADD COLUMN valid_until DATE NULL,
  ADD KEY material_of_owner (owner_index, id);

UPDATE material m JOIN application a ON a.id = m.application_id
   SET m.owner_index = a.applicant_index, m.valid_until = DATE_ADD(DATE(m.uploaded_at), INTERVAL 365 DAY);
