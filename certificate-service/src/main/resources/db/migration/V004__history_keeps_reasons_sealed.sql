-- A reason is free text about a holder: sealed like everything else that is known of one. What lies open is sealed by V005, a migration in Java.
-- Subjects are kept whole: a shortened one could be somebody else's.
ALTER TABLE certificate_history
    ADD COLUMN reason_sealed BLOB NULL AFTER reason,
    MODIFY COLUMN actor_subject VARCHAR(200) NOT NULL;
