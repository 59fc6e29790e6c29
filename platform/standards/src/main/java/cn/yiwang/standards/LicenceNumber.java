package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;
import cn.yiwang.standards.InvalidCodeException.Reason;
import java.util.Locale;

/**
 * The number printed on a food licence: SC (食品生产许可证) or JY (食品经营许可证), thirteen digits and a check digit (MOD 11,10).
 *
 * @throws InvalidCodeException when the text is not such a number
 */
public record LicenceNumber(String value) {

    private static final Shape SHAPE = Shape.of(
            Kind.LICENCE_NUMBER,
            16,
            "[A-Z]{2}[0-9]{14}",
            // production: food 1 with class 01 to 31, additives 2 with class 01 to 03; operation: selling, catering,
            // canteen
            "(?:SC(?:1(?:0[1-9]|[12]\\d|3[01])|20[1-3])" + DivisionCode.PROVINCE + "\\d{4}\\d{4}" + "|JY[123]"
                    + DivisionCode.PROVINCE + "\\d{4}\\d{6})\\d");

    public LicenceNumber {
        SHAPE.check(value);
        SHAPE.require(CheckCharacters.mod11And10(value.substring(2, 15)) == value.charAt(15), Reason.CHECK_CHARACTER);
    }

    /** A food production licence: category of three digits, serial 1 to 9999 within category and division. */
    public static LicenceNumber foodProduction(String category, DivisionCode division, int serial) {
        return complete("SC", category + division.value(), serial, 4);
    }

    /** A food operation licence: form of business 1 selling, 2 catering, 3 canteen; serial 1 to 999999 within the division. */
    public static LicenceNumber foodOperation(int form, DivisionCode division, int serial) {
        return complete("JY", form + division.value(), serial, 6);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new LicenceNumber(text));
    }

    public boolean isFoodProduction() {
        return value.startsWith("SC");
    }

    /** The division in which the licence was given. */
    public DivisionCode division() {
        int start = isFoodProduction() ? 5 : 3;
        return new DivisionCode(value.substring(start, start + 6));
    }

    @Override
    public String toString() {
        return value;
    }

    private static LicenceNumber complete(String prefix, String start, int serial, int serialDigits) {
        String digits = start + String.format(Locale.ROOT, "%0" + serialDigits + "d", serial);
        return new LicenceNumber(prefix + digits + CheckCharacters.mod11And10(digits));
    }
}
