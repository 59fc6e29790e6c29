package cn.yiwang.starter.upstream;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a Feign request with the JDK's client. The time-out bounds the whole exchange, the last byte of the body
 * included, and the body is bounded too: a service that answers slowly or endlessly holds nobody up.
 */
final class HttpExchange implements Client {

    private static final long MAXIMUM_BODY = 16L * 1024 * 1024;

    /** What the JDK's client sets itself and refuses to be told. */
    private static final Set<String> SET_BY_CLIENT =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "accept-encoding");

    private final HttpClient client;

    HttpExchange(Duration connectTimeout) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                outgoing(request),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAXIMUM_BODY));
        try {
            return incoming(exchange.get(options.readTimeoutMillis(), TimeUnit.MILLISECONDS), request);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new HttpTimeoutException("No complete answer within " + options.readTimeoutMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while waiting for the answer");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private static HttpRequest outgoing(Request request) {
        byte[] body = request.body();
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.httpMethod().name(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> outgoing.header(name, value));
            }
        });
        return outgoing.build();
    }

    private static Response incoming(HttpResponse<byte[]> answer, Request request) {
        Map<String, Collection<String>> headers = new HashMap<>(answer.headers().map());
        return Response.builder()
                .status(answer.statusCode())
                .headers(headers)
                .body(answer.body())
                .request(request)
                .build();
    }
}
