-- SM2 key pairs for the signature over a certificate's metadata. The id is what lets exactly one of many
-- instances that start at once create the first key. Retired keys stay, to verify what they signed.
CREATE TABLE signing_key (
    id          INT            NOT NULL,
    public_key  VARBINARY(200) NOT NULL,
    private_key VARBINARY(600) NOT NULL,
    created_at  DATETIME(6)    NOT NULL,
    PRIMARY KEY (id)
);
