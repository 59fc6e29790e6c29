package cn.yiwang.starter.upstream;

import feign.Request;
import feign.RetryableException;
import feign.Retryer;

/** Repeats a failed GET once, at once, likely at another instance; whatever changes something is never repeated here. */
final class RetryReadsOnce implements Retryer {

    private boolean repeated;

    @Override
    public void continueOrPropagate(RetryableException failure) {
        if (repeated || failure.method() != Request.HttpMethod.GET) {
            throw new UpstreamUnavailableException(UpstreamErrors.service(failure.request()), failure.getCause());
        }
        repeated = true;
    }

    @Override
    @SuppressWarnings({"MethodDoesntCallSuperMethod", "NoClone"})
    public Retryer clone() {
        return new RetryReadsOnce();
    }
}
