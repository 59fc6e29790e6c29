package cn.yiwang.application.guide;

/** Where else than at the competent body an application can be taken in (通办范围). */
public enum CrossRegion {
    NONE(0, false),
    COUNTY(6, true),
    CITY(4, true),
    PROVINCE(2, true),
    NATION(0, true);

    private final int sharedDigits;
    private final boolean elsewhere;

    CrossRegion(int sharedDigits, boolean elsewhere) {
        this.sharedDigits = sharedDigits;
        this.elsewhere = elsewhere;
    }

    /** Whether a hall of that division takes in what the competent body's division handles, by the levels of GB/T 2260. */
    boolean reaches(String competent, String hall) {
        return elsewhere && competent.substring(0, sharedDigits).equals(hall.substring(0, sharedDigits));
    }
}
