-- The root that vouches for the seals of bodies; the id is what lets exactly one of many instances create it.
CREATE TABLE seal_authority (
    id          INT             NOT NULL,
    certificate VARBINARY(2000) NOT NULL,
    private_key VARBINARY(600)  NOT NULL,
    created_at  DATETIME(6)     NOT NULL,
    PRIMARY KEY (id)
);

-- The key and certificate of each body's seal. A generation follows when one expires or the body is renamed; older ones stay, to be looked up.
CREATE TABLE body_seal (
    body        CHAR(18)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(12)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    generation  INT             NOT NULL,
    body_name   VARCHAR(200)    NOT NULL,
    certificate VARBINARY(2000) NOT NULL,
    private_key VARBINARY(600)  NOT NULL,
    not_after   DATETIME(6)     NOT NULL,
    created_at  DATETIME(6)     NOT NULL,
    PRIMARY KEY (body, kind, generation)
);
