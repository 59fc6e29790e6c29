package cn.yiwang.exchange.delivery;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Ignores the body of an answer, and breaks off one that is longer than an answer to a webhook has any reason to be. */
final class StatusOnly implements BodySubscriber<Void> {

    private static final long MAXIMUM = 65_536;

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long read;

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription body) {
        subscription = body;
        body.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        read += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        Flow.Subscription body = subscription;
        if (read > MAXIMUM && body != null) {
            body.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    @SuppressWarnings("NullAway") // a Void has no other value
    public void onComplete() {
        done.complete(null);
    }
}
