package cn.yiwang.application.guide;

/**
 * A guide version as it is kept here.
 *
 * @param key what an application's row refers to it by
 */
public record PinnedGuide(long key, Guide guide) {}
