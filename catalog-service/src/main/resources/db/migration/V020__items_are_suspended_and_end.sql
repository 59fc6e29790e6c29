-- Whether an item can be applied for (事项状态: 在用, 暂停, 取消), apart from what its guide says. Who reads a guide looks at the
-- interruptions only when there ever was one.
ALTER TABLE business_item
    ADD COLUMN status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'IN_USE',
    ADD COLUMN interrupted BOOLEAN NOT NULL DEFAULT FALSE;

-- The days on which an item is not offered. An end has no last day. A suspension runs until it is lifted or its last day is over.
CREATE TABLE item_interruption (
    id               BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    business_item_id BIGINT NOT NULL,
    kind             VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_day        DATE NOT NULL,
    last_day         DATE NULL,
    reason           VARCHAR(500) NOT NULL,
    decided_by       VARCHAR(255) NOT NULL,
    decided_at       DATETIME(6) NOT NULL,
    running          BOOLEAN NOT NULL,
    CONSTRAINT item_interruption_of_item FOREIGN KEY (business_item_id) REFERENCES business_item (id),
    INDEX item_interruption_on_a_day (business_item_id, first_day, last_day),
    INDEX item_interruption_running_out (running, last_day, business_item_id)
);

-- Where an abolished item's business goes on; codes, since the successor may be kept in another catalog.
CREATE TABLE item_successor (
    business_item_id BIGINT NOT NULL,
    code             VARCHAR(33) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name             VARCHAR(200) NOT NULL,
    PRIMARY KEY (business_item_id, code),
    CONSTRAINT item_successor_of_item FOREIGN KEY (business_item_id) REFERENCES business_item (id)
);
