package cn.yiwang.catalog.search.word;

/** Slips of the finger. */
final class Slips {

    private Slips() {}

    /** Whether one text becomes the other by at most one letter too many, too few, wrong, or swapped with its neighbour. */
    static boolean atMostOne(String one, String other) {
        int difference = one.length() - other.length();
        if (difference < -1 || difference > 1) {
            return false;
        }
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        return switch (difference) {
            case 1 -> rest(one, from + 1).equals(rest(other, from));
            case -1 -> rest(one, from).equals(rest(other, from + 1));
            default -> rest(one, from + 1).equals(rest(other, from + 1)) || swapped(one, other, from);
        };
    }

    private static boolean swapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && rest(one, at + 2).equals(rest(other, at + 2));
    }

    private static String rest(String text, int from) {
        return from >= text.length() ? "" : text.substring(from);
    }
}
