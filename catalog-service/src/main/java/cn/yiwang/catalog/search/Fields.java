package cn.yiwang.catalog.search;

/** The fields of the index. */
final class Fields {

    /** Base code and sequence, unique. */
    static final String KEY = "key";
    /** The number of the group, to find it by. */
    static final String NUMBER = "number";

    static final String NAME = "name";
    static final String ALIAS = "alias";
    /** Names of the bodies. */
    static final String PLACE = "place";
    /** Whole names, aliases, their pinyin and their initials, each as one term. */
    static final String WHOLE = "whole";
    /** Syllables and pairs of syllables. */
    static final String PINYIN = "pinyin";
    /** The same, without what many speakers do not tell apart. */
    static final String BLURRED = "blurred";
    /** Runs of initials. */
    static final String INITIALS = "initials";

    static final String CODE = "code";
    /** Present on items that open something, rather than change, renew, replace or end it. */
    static final String FIRST_STEP = "firstStep";

    static final int SHORTEST_INITIALS = 2;
    static final int LONGEST_INITIALS = 8;

    private Fields() {}
}
