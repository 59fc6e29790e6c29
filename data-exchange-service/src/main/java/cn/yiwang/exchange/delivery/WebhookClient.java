package cn.yiwang.exchange.delivery;

import cn.yiwang.exchange.address.RefusedAddressException;
import cn.yiwang.exchange.address.WebhookAddresses;
import cn.yiwang.exchange.signature.MessageSigner;
import cn.yiwang.starter.messaging.CloudEvents;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes one webhook call. Redirects are not followed and what the partner answers is not read: only the status counts. */
@Component
class WebhookClient implements DisposableBean {

    private final WebhookAddresses addresses;
    private final MessageSigner signer;
    private final Clock clock;
    private final WebhookProperties properties;
    private final HttpClient http;

    WebhookClient(WebhookAddresses addresses, MessageSigner signer, Clock clock, WebhookProperties properties) {
        this.addresses = addresses;
        this.signer = signer;
        this.clock = clock;
        this.properties = properties;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.timeout())
                .build();
    }

    /** Posts the CloudEvent. */
    Outcome post(URI target, UUID subscription, String cloudEvent) throws InterruptedException {
        try {
            addresses.check(target);
        } catch (RefusedAddressException refused) {
            return new Outcome(false, "address refused: " + refused.reasonKey());
        }
        byte[] body = cloudEvent.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(properties.timeout())
                .header("Content-Type", CloudEvents.CONTENT_TYPE)
                .header("User-Agent", "yiwang-data-exchange")
                .header("Yiwang-Subscription", subscription.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signer.headers(target, CloudEvents.CONTENT_TYPE, body, clock.instant()).forEach(request::header);
        return answer(http.sendAsync(request.build(), _ -> new StatusOnly()));
    }

    private Outcome answer(CompletableFuture<HttpResponse<Void>> call) throws InterruptedException {
        try {
            int status = call.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            return new Outcome(status >= 200 && status < 300, "HTTP " + status);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return new Outcome(false, cause.getClass().getSimpleName());
        } catch (TimeoutException slow) {
            call.cancel(true);
            return new Outcome(false, "no answer within " + properties.timeout().toMillis() + " ms");
        }
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }

    /** What became of a call, in words for the log of deliveries. */
    record Outcome(boolean delivered, String text) {}
}
