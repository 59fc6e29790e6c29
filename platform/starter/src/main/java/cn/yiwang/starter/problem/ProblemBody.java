package cn.yiwang.starter.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a problem (RFC 9457).
 *
 * @param traceId finds the log lines of the request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String traceId,
        List<Place> errors) {

    /**
     * One blamed place.
     *
     * @param pointer a JSON pointer into the body, or the name of a parameter or header
     * @param code for programs, stable
     * @param detail for people
     */
    record Place(String pointer, String code, String detail) {}
}
