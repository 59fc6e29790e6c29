package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Coded;

/** Whether an item can be applied for (事项状态). */
public enum ItemStatus {
    /** Can be applied for while a version of its guide is in force. */
    IN_USE("1", "在用"),
    /** Not offered for the time being; waits for its last day or for whoever lifts the suspension. */
    SUSPENDED("2", "暂停"),
    /** Not offered any more; what was applied for goes on under its version. */
    WITHDRAWN("3", "取消"),
    /** Its code ended when base items were merged, split, moved or abolished. */
    ABOLISHED("3", "取消");

    private final String code;
    private final String label;

    ItemStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The code and the label of the national list, which knows one end only. */
    Coded coded() {
        return new Coded(code, label);
    }
}
