package cn.yiwang.application.publication;

/** Hides what the public does not need of a person; what identifies an organization is public anyway. */
final class Masks {

    private static final int FIRST_HIDDEN = 10;
    private static final int LAST_HIDDEN = 14;

    private Masks() {}

    /** 王小明 becomes 王*. */
    static String name(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /** Digits 11 to 14 of an id number are hidden, as on public food licences. */
    static String idNumber(String number) {
        if (number.length() <= LAST_HIDDEN) {
            return "*".repeat(number.length());
        }
        return number.substring(0, FIRST_HIDDEN) + "****" + number.substring(LAST_HIDDEN);
    }
}
