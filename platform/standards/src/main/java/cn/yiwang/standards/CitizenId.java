package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;
import cn.yiwang.standards.InvalidCodeException.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's id number (公民身份号码, GB 11643-1999): division, date of birth, sequence, check character.
 *
 * <p>The date of birth must exist and lie in 1900 or later; whether it is past is asked with {@link #isPlausibleOn}.
 * The text form is masked, so that a log line or a message never shows the number: read {@link #value()} where it is needed.
 *
 * @throws InvalidCodeException when the text is not such a number
 */
public record CitizenId(String value) {

    private static final Shape SHAPE =
            Shape.of(Kind.CITIZEN_ID, 18, "[0-9]{17}[0-9X]", DivisionCode.PROVINCE + "\\d{4}(?:19|2\\d)\\d{9}[0-9X]");
    /** The longest life on record is 122 years; nobody older applies for anything. */
    private static final int LONGEST_LIFE_IN_YEARS = 130;

    public CitizenId {
        SHAPE.check(value);
        SHAPE.require(dateIn(value) != null, Reason.DATE);
        SHAPE.require(CheckCharacters.citizenId(value.substring(0, 17)) == value.charAt(17), Reason.CHECK_CHARACTER);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new CitizenId(text));
    }

    /** Whether a living person can bear this number on that day: born by then, and not longer ago than anyone has lived. */
    public boolean isPlausibleOn(LocalDate day) {
        LocalDate birth = birthDate();
        return !birth.isAfter(day) && birth.isAfter(day.minusYears(LONGEST_LIFE_IN_YEARS));
    }

    public LocalDate birthDate() {
        LocalDate date = dateIn(value);
        if (date == null) {
            throw new InvalidCodeException(Kind.CITIZEN_ID, Reason.DATE);
        }
        return date;
    }

    /** Six digits of the division of first registration: a former code is possible. */
    public String division() {
        return value.substring(0, 6);
    }

    /** First six and last four characters, as public registers print it. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static @Nullable LocalDate dateIn(String value) {
        try {
            return LocalDate.of(number(value, 6, 10), number(value, 10, 12), number(value, 12, 14));
        } catch (DateTimeException e) {
            return null; // 30 February and its like
        }
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }
}
