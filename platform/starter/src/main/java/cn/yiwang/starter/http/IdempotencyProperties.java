package cn.yiwang.starter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long answers are kept for repetition.
 *
 * @param retention a repetition after this time may be taken for a new call
 * @param batch how many expired answers one statement deletes
 */
@ConfigurationProperties("yiwang.idempotency")
record IdempotencyProperties(
        @DefaultValue("24h") Duration retention,
        @DefaultValue("500") int batch) {}
