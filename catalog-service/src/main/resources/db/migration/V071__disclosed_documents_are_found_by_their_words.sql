-- The pairs of neighbouring characters of documents that are public or will be. A document has none before it is published and none
-- after it left the public, so that nothing else can be found by them.
CREATE TABLE disclosure_word (
    word        VARCHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    document_id BIGINT NOT NULL,
    PRIMARY KEY (word, document_id),
    INDEX disclosure_word_of_document (document_id),
    CONSTRAINT disclosure_word_of_document FOREIGN KEY (document_id) REFERENCES disclosure_document (id)
);
