package cn.yiwang.standards;

/**
 * A text is not the code it is presented as. The message never repeats the text, which may be a citizen's id number.
 */
public final class InvalidCodeException extends IllegalArgumentException {

    /** What the text was expected to be. */
    public enum Kind {
        CREDIT_CODE,
        CITIZEN_ID,
        DIVISION,
        BASE_CODE,
        IMPLEMENTATION_CODE,
        BUSINESS_ITEM_CODE,
        MATERIAL_CODE,
        CERTIFICATE_TYPE,
        CERTIFICATE_IDENTIFIER,
        LICENCE_NUMBER
    }

    /** Which rule the text breaks, in the order in which they are tried. */
    public enum Reason {
        LENGTH,
        CHARACTER,
        STRUCTURE,
        DATE,
        CHECK_CHARACTER
    }

    private final Kind kind;
    private final Reason reason;

    public InvalidCodeException(Kind kind, Reason reason) {
        super("Not a valid %s: %s".formatted(kind, reason));
        this.kind = kind;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    public Reason reason() {
        return reason;
    }

    static boolean accepts(Runnable construction) {
        try {
            construction.run();
            return true;
        } catch (InvalidCodeException e) {
            return false;
        }
    }
}
