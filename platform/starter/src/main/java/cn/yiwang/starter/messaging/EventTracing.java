package cn.yiwang.starter.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the trace of a request into its events and on into their handling. */
public final class EventTracing {

    private static final String HEADER = "traceparent";

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    /** Without a tracer nothing is carried. */
    public EventTracing(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The W3C trace context of the current span, or null when there is none. */
    public @Nullable String currentTraceParent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null || propagator == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (_, key, value) -> carrier.put(key, value));
        return carrier.get(HEADER);
    }

    /** Runs the work in a span that continues the trace of the event. */
    public void handling(ReceivedEvent event, Runnable work) {
        if (tracer == null || propagator == null) {
            work.run();
            return;
        }
        String parent = event.traceParent();
        Map<String, String> carrier = parent == null ? Map.of() : Map.of(HEADER, parent);
        Span span = propagator
                .extract(carrier, (_, name) -> carrier.get(name))
                .name("handle " + event.type())
                .kind(Span.Kind.CONSUMER)
                .start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }
}
