package cn.yiwang.exchange.address;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Exceptions from the rule that webhooks go to public addresses only.
 *
 * @param allowLoopback lets them go to this machine; for the local stack, never in production
 * @param allowedNetworks inner networks of partners, such as {@code 10.43.0.0/16}
 */
@ConfigurationProperties("yiwang.exchange.webhook")
record WebhookAddressProperties(
        @DefaultValue("false") boolean allowLoopback,
        @DefaultValue List<String> allowedNetworks) {}
