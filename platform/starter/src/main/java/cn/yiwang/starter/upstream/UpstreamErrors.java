package cn.yiwang.starter.upstream;

import feign.Request;
import feign.Response;
import feign.RetryableException;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a status of 400 and above means for the service that called. */
final class UpstreamErrors implements ErrorDecoder {

    private static final int MAXIMUM_PROBLEM = 64 * 1024;

    private final Runnable tokenRefused;

    UpstreamErrors(Runnable tokenRefused) {
        this.tokenRefused = tokenRefused;
    }

    static String service(Request request) {
        return request.requestTemplate().feignTarget().name();
    }

    @Override
    public Exception decode(String method, Response response) {
        String service = service(response.request());
        int status = response.status();
        if (status >= 500) {
            String message = service + " answered " + status;
            // A read that failed at the door may succeed at another instance; the retryer decides.
            return new RetryableException(
                    status,
                    message,
                    response.request().httpMethod(),
                    new IOException(message),
                    (Long) null,
                    response.request());
        }
        if (status == 401) {
            tokenRefused.run();
        }
        return new UpstreamRejectedException(service, status, body(response));
    }

    private static String body(Response response) {
        if (response.body() == null) {
            return "";
        }
        try (InputStream body = response.body().asInputStream()) {
            return new String(body.readNBytes(MAXIMUM_PROBLEM), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
