package cn.yiwang.application.guide;

/** A code with its name beside it. */
public record Coded(String code, String name) {}
