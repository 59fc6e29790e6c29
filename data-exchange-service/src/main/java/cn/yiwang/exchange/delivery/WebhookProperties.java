package cn.yiwang.exchange.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are made.
 *
 * @param retryBase the pause before the second try; each further one is four times as long
 * @param timeout how long a partner may take to answer
 * @param pollInterval how often the log is looked through for new events
 */
@ConfigurationProperties("yiwang.exchange.webhook")
record WebhookProperties(
        @DefaultValue("25s") Duration retryBase,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("200ms") Duration pollInterval) {}
