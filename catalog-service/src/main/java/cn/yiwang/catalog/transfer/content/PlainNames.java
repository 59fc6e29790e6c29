package cn.yiwang.catalog.transfer.content;

/** Names of items: one line that a column stores as it came and that looks like what it is. */
final class PlainNames {

    private PlainNames() {}

    static boolean isPlain(String text) {
        return text.codePoints().noneMatch(PlainNames::isRefused);
    }

    private static boolean isRefused(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c & 0xFFFE) == 0xFFFE
                // Overrides of the writing direction let one text look like another.
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
