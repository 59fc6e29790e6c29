package cn.yiwang.standards;

/** The check-character systems the codes rely on. Each catches every substitution of a single character. */
final class CheckCharacters {

    /** The 31 symbols of GB 32100: no I, O, S, V, Z, which are read as digits or as one another. */
    static final String CREDIT_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CITIZEN_CHECKS = "10X98765432";

    private CheckCharacters() {}

    /** GB 32100 annex: weights are the powers of 3 modulo 31. */
    static char creditCode(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            sum += CREDIT_SYMBOLS.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_SYMBOLS.charAt((31 - sum % 31) % 31);
    }

    /** GB 11643, which is ISO/IEC 7064 MOD 11-2: weights are the powers of 2 modulo 11, counted from the right. */
    static char citizenId(String first17) {
        int sum = 0;
        int weight = 2;
        for (int i = first17.length() - 1; i >= 0; i--) {
            sum += digit(first17, i) * weight;
            weight = weight * 2 % 11;
        }
        return CITIZEN_CHECKS.charAt(sum % 11);
    }

    /** ISO/IEC 7064 MOD 37,36 (GB/T 17710) over digits and upper-case letters. */
    static char mod37And36(String text) {
        int product = 36;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + ALPHANUMERIC.indexOf(text.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHANUMERIC.charAt((37 - product) % 36);
    }

    /** ISO/IEC 7064 MOD 11,10 over digits. */
    static char mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digit(digits, i)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    private static int digit(String text, int index) {
        return text.charAt(index) - '0';
    }
}
