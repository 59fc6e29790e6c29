package cn.yiwang.starter.http;

/**
 * The version the caller last saw, from the header {@code If-Match}; as a controller argument it makes the header
 * mandatory (428) and strict (412 for anything but one strong entity tag of ours, {@code *} included).
 */
public record IfMatch(long version) {}
