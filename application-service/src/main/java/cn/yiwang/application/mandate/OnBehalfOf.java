package cn.yiwang.application.mandate;

import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.CurrentActor;
import cn.yiwang.starter.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads {@code On-Behalf-Of: <mandate id>}. A mandate that is unknown, somebody else's, not accepted, not begun or ended is refused alike,
 * before anything else of the request is looked at, the answer kept for an idempotency key included.
 */
final class OnBehalfOf implements HandlerInterceptor {

    static final String HEADER = "On-Behalf-Of";

    private final Mandates mandates;

    OnBehalfOf(Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<String> given = Collections.list(request.getHeaders(HEADER));
        Actor actor = CurrentActor.find();
        if (!given.isEmpty() && actor != null && request.getDispatcherType() == DispatcherType.REQUEST) {
            Acting.under(mandate(actor, given));
        }
        return true;
    }

    private Mandate mandate(Actor actor, List<String> given) {
        if (given.size() != 1) {
            throw refusal();
        }
        return mandates.findLive(actor, id(given.getFirst())).orElseThrow(OnBehalfOf::refusal);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw refusal();
        }
    }

    private static ProblemException refusal() {
        return new ProblemException(MandateProblem.MANDATE_NOT_VALID);
    }
}
