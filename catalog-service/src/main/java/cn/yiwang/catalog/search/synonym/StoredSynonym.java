package cn.yiwang.catalog.search.synonym;

import java.time.Instant;
import java.util.UUID;

/** A synonym as it is kept. */
record StoredSynonym(
        long id, UUID publicId, String said, String official, String editor, long version, Instant changedAt) {}
