package cn.yiwang.catalog.item;

import java.util.UUID;

/** Tells this instance, in the transaction, that what is published of an item changes. */
public record ItemChanged(UUID publicId) {}
