package cn.yiwang.gateway.quota;

import cn.yiwang.gateway.edge.ClientAddresses;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * One bucket of requests per client, in the memory of this instance. The number of buckets is bounded; a client that
 * was idle for as long as its bucket takes to fill is forgotten without loss.
 */
@Component
public class Quotas {

    private static final String LIMIT = "RateLimit-Limit";
    private static final String REMAINING = "RateLimit-Remaining";
    private static final String RESET = "RateLimit-Reset";

    private final ClientAddresses addresses;
    private final Kind anonymous;
    private final Kind authenticated;

    Quotas(QuotaProperties properties, ClientAddresses addresses, Clock clock) {
        this.addresses = addresses;
        TimeMeter time = new ClockMeter(clock);
        anonymous = new Kind(
                properties.anonymous().burst(), properties.anonymous().perMinute(), properties.maximumClients(), time);
        authenticated = new Kind(
                properties.authenticated().burst(),
                properties.authenticated().perMinute(),
                properties.maximumClients(),
                time);
    }

    /** Takes one request of the address's quota and describes the rest in the answer's headers. */
    public boolean admitStranger(ServerWebExchange exchange) {
        return anonymous.admit(addresses.networkOf(exchange.getRequest()), exchange);
    }

    /** Takes one request of the client's quota and describes the rest in the answer's headers. */
    boolean admit(String client, ServerWebExchange exchange) {
        return authenticated.admit(client, exchange);
    }

    /** All buckets of one size. */
    private static final class Kind {

        private final String limit;
        private final LoadingCache<String, Bucket> buckets;

        Kind(long burst, long perMinute, int maximumClients, TimeMeter time) {
            limit = Long.toString(burst);
            Duration full = Duration.ofSeconds(Math.ceilDiv(burst * 60, perMinute));
            buckets = Caffeine.newBuilder()
                    .maximumSize(maximumClients)
                    .expireAfterAccess(full.plusMinutes(1))
                    .build(client -> Bucket.builder()
                            .addLimit(bandwidth ->
                                    bandwidth.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                            .withCustomTimePrecision(time)
                            .build());
        }

        boolean admit(String client, ServerWebExchange exchange) {
            ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set(LIMIT, limit);
            headers.set(REMAINING, Long.toString(probe.getRemainingTokens()));
            headers.set(RESET, seconds(probe.getNanosToWaitForReset()));
            if (!probe.isConsumed()) {
                headers.set(HttpHeaders.RETRY_AFTER, seconds(probe.getNanosToWaitForRefill()));
            }
            return probe.isConsumed();
        }

        /** Rounded up: whoever waits that long is admitted. */
        private static String seconds(long nanos) {
            return Long.toString(Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
        }
    }

    /** The buckets' time is the application's clock. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
