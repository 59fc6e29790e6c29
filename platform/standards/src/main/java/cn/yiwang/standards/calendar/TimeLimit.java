package cn.yiwang.standards.calendar;

/** A length of time such as 20 working days. Zero means at once: the limit ends on the day on which it starts. */
public record TimeLimit(int amount, LimitUnit unit) {

    /** No limit in force is longer than a hundred years; a larger amount is a slip of the keyboard. */
    public static final int MAX_AMOUNT = 36_500;

    public TimeLimit {
        if (amount < 0 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("A time limit has 0 to %d units, not %d".formatted(MAX_AMOUNT, amount));
        }
        if ((unit == LimitUnit.YEAR && amount > 100) || (unit == LimitUnit.MONTH && amount > 1_200)) {
            throw new IllegalArgumentException("A time limit of more than a hundred years: " + amount + " " + unit);
        }
    }

    public static TimeLimit workingDays(int amount) {
        return new TimeLimit(amount, LimitUnit.WORKING_DAY);
    }
}
