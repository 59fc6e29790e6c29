package cn.yiwang.application.material;

import java.time.Instant;
import java.util.UUID;

/** A file that belongs to an application. */
@SuppressWarnings("ArrayRecordComponent") // rows are read and written, never compared
public record Material(
        UUID id, String code, String fileName, String mediaType, long size, byte[] sha256, Instant uploadedAt) {}
