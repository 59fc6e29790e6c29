package cn.yiwang.starter.http;

import org.jspecify.annotations.Nullable;

/** What the first call answered; {@code answer} is the sealed JSON of the body. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredAnswer(
        byte[] bodyHash,
        int status,
        @Nullable String etag,
        @Nullable String location,
        byte @Nullable [] answer) {}
