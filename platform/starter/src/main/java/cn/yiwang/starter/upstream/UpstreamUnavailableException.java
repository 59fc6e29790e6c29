package cn.yiwang.starter.upstream;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Another service could not be asked now: no connection, too slow, a server error or an open circuit (503). */
public class UpstreamUnavailableException extends ProblemException {

    private final String service;

    public UpstreamUnavailableException(String service, @Nullable Throwable cause) {
        super(CommonProblem.UPSTREAM_UNAVAILABLE, cause, new Object[] {service});
        this.service = service;
    }

    /** The name under which the other service is registered. */
    public String service() {
        return service;
    }

    @Override
    public String getMessage() {
        return service + " is unavailable";
    }
}
