package cn.yiwang.application.review;

import java.util.UUID;

/** The application that departments are asked about, as far as its tasks know it. */
public record ReviewedCase(long key, UUID id, String number, long guideKey, String division, long version) {}
