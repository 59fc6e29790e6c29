package cn.yiwang.standards.division;

/** What kind of unit a code names. */
public enum DivisionLevel {
    PROVINCE,
    PREFECTURE,
    COUNTY,
    /** A development zone that statistics count on its own. It is no administrative division and not part of GB/T 2260. */
    STATISTICAL_ZONE
}
