package cn.yiwang.catalog.law;

/** The register of laws. */
public interface Laws {

    /** The register as it is now. */
    LawBook book();

    /** Enters a law unless its id is there already. */
    boolean add(Law law);
}
