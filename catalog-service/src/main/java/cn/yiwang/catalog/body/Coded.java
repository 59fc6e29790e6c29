package cn.yiwang.catalog.body;

import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;

/** A code from a list, with the label that people read. */
public record Coded(String code, String label) {

    public static Coded of(ItemType type) {
        return new Coded(type.code(), type.label());
    }

    public static Coded of(ServiceLevel level) {
        return new Coded(level.code(), level.label());
    }
}
