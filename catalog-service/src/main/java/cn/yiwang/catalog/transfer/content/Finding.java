package cn.yiwang.catalog.transfer.content;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Something in the file that the catalog does not take, or that its sender should look at.
 *
 * @param code the key of its text and of the advice how to mend it
 * @param arguments what the placeholders of both stand for
 */
@Schema(name = "ImportFinding")
public record Finding(Place place, Severity severity, String code, List<Object> arguments) {

    /** How much it weighs. */
    @Schema(name = "ImportFindingSeverity")
    public enum Severity {
        /** The file cannot be applied. */
        BLOCKING,
        /** The file can be applied as it is. */
        ADVICE
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding blocking(Place place, String code, Object... arguments) {
        return new Finding(place, Severity.BLOCKING, code, List.of(arguments));
    }

    static Finding advice(Place place, String code, Object... arguments) {
        return new Finding(place, Severity.ADVICE, code, List.of(arguments));
    }
}
