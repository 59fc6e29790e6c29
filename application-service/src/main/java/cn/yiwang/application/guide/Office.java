package cn.yiwang.application.guide;

/** A body and the division it works for. */
public record Office(String body, String division) {

    private static final int DIVISION_FROM = 2;
    private static final int DIVISION_TO = 8;

    /** Characters 3 to 8 of a unified social credit code are the division in which the body is registered (GB 32100-2015). */
    static Office of(Coded department) {
        return new Office(department.code(), department.code().substring(DIVISION_FROM, DIVISION_TO));
    }
}
