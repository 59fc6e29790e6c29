package cn.yiwang.starter.upstream;

/**
 * Another service understood the call and said no (4xx). The caller of the Feign client decides what that means; left
 * uncaught it is an unexpected failure, because the person's own request was not what the other service refused.
 */
public class UpstreamRejectedException extends RuntimeException {

    private final String service;
    private final int status;
    private final String problem;

    public UpstreamRejectedException(String service, int status, String problem) {
        super(service + " answered " + status);
        this.service = service;
        this.status = status;
        this.problem = problem;
    }

    public String service() {
        return service;
    }

    public int status() {
        return status;
    }

    /** The body of the answer, usually problem JSON; empty when there was none. */
    public String problem() {
        return problem;
    }
}
