package cn.yiwang.catalog.body;

/** A thing that has a name of its own beside its code: a body, a division. */
public record Named(String code, String name) {}
