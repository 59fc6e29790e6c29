-- The kinds of certificate that can be asked for. How a number is composed is a rule in code; which rule applies is data.
CREATE TABLE certificate_type (
    code           CHAR(21)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name           VARCHAR(100) NOT NULL,
    validity_years INT          NOT NULL,
    number_rule    VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (code),
    CONSTRAINT certificate_type_is_valid_for_a_while CHECK (validity_years BETWEEN 1 AND 100)
);

INSERT INTO certificate_type (code, name, validity_years, number_rule) VALUES
    ('11430000MB1599860M001', '药品经营许可证', 5, 'DRUG_OPERATION'),
    ('11430000MB1599860M002', '食品经营许可证', 5, 'FOOD_OPERATION'),
    ('11430000MB1599860M003', '医疗器械经营许可证', 5, 'DEVICE_OPERATION'),
    ('11430000MB1599860M004', '食品生产许可证', 5, 'FOOD_PRODUCTION');
