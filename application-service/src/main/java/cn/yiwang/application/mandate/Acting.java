package cn.yiwang.application.mandate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The mandate under which the current request acts, beside the actor of its token. It was valid when the request began; what it opens is
 * decided by the predicate and by {@link Mandates#demand}, which ask the database again.
 */
public final class Acting {

    private static final String ATTRIBUTE = Acting.class.getName();

    private Acting() {}

    /** Returns the mandate, or null when the caller acts in their own name or no request is being served. */
    public static @Nullable Mandate under() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (Mandate) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }

    public static @Nullable UUID mandateId() {
        Mandate mandate = under();
        return mandate == null ? null : mandate.id();
    }

    static void under(Mandate mandate) {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ATTRIBUTE, mandate, RequestAttributes.SCOPE_REQUEST);
    }
}
