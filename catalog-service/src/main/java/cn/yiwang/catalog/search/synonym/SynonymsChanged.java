package cn.yiwang.catalog.search.synonym;

/** This instance changed the synonyms. */
public record SynonymsChanged() {}
