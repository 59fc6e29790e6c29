package cn.yiwang.catalog.search.word;

/** A word of the people and the official words that it stands for. */
public record Synonym(String said, String official) {}
