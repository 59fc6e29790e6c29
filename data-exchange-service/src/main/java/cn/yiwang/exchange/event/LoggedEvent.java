package cn.yiwang.exchange.event;

import java.util.UUID;

/** An event at its place in the log. */
public record LoggedEvent(long position, UUID id, String type, String subject) {}
