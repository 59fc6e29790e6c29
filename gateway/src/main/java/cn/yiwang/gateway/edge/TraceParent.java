package cn.yiwang.gateway.edge;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The W3C trace context of one exchange. A trace that a caller began keeps its id; whether it is recorded is decided
 * here, because whoever may set the sampled flag could make every service record everything.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param header the value of {@code traceparent} for the service
 */
public record TraceParent(String traceId, String header) {

    static final String HEADER = "traceparent";

    private static final String ATTRIBUTE = TraceParent.class.getName();
    private static final HexFormat HEX = HexFormat.of();
    /** {@code 00-<32 trace id>-<16 parent id>-<2 flags>}, W3C Trace Context section 3.2. */
    private static final int LENGTH = 55;

    private static final int TRACE_START = 3;
    private static final int TRACE_END = 35;
    private static final int PARENT_START = 36;
    private static final int PARENT_END = 52;

    /** The trace of an exchange, which the edge filter gave it. */
    public static TraceParent of(ServerWebExchange exchange) {
        Object known = exchange.getAttributes().get(ATTRIBUTE);
        return known instanceof TraceParent trace ? trace : begin(0);
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** Continues the caller's trace when its header is well-formed, and begins one otherwise. */
    static TraceParent continueOrBegin(@Nullable String received, double sampling) {
        if (received == null || !isWellFormed(received)) {
            return begin(sampling);
        }
        String traceId = received.substring(TRACE_START, TRACE_END);
        return new TraceParent(traceId, received.substring(0, PARENT_END) + flags(traceId, sampling));
    }

    private static TraceParent begin(double sampling) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // An id of zeros is invalid; one bit set keeps both away from it.
        String traceId = HEX.toHexDigits(random.nextLong() | 1) + HEX.toHexDigits(random.nextLong());
        String parentId = HEX.toHexDigits(random.nextLong() | 1);
        return new TraceParent(traceId, "00-" + traceId + "-" + parentId + flags(traceId, sampling));
    }

    /** The same rule as OpenTelemetry's TraceIdRatioBased, so that equal ratios record equal traces everywhere. */
    private static String flags(String traceId, double sampling) {
        long random = HexFormat.fromHexDigitsToLong(traceId, 16, 32) & Long.MAX_VALUE;
        return random < (long) (sampling * Long.MAX_VALUE) ? "-01" : "-00";
    }

    private static boolean isWellFormed(String value) {
        return value.length() == LENGTH
                && value.startsWith("00-")
                && value.charAt(TRACE_END) == '-'
                && value.charAt(PARENT_END) == '-'
                && isId(value, TRACE_START, TRACE_END)
                && isId(value, PARENT_START, PARENT_END)
                && isHex(value, PARENT_END + 1, LENGTH);
    }

    private static boolean isId(String value, int from, int to) {
        if (!isHex(value, from, to)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (value.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }
}
