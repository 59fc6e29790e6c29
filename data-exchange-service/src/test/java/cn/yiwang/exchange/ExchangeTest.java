package cn.yiwang.exchange;

import cn.yiwang.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole service; webhooks may go to this machine, and a partner called partner-narrow may hear of complaints only. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(
        properties = {
            "yiwang.exchange.webhook.allow-loopback=true",
            "yiwang.exchange.webhook.poll-interval=50ms",
            "yiwang.exchange.webhook.timeout=1s",
            "yiwang.exchange.partners.partner-narrow.allowed-types=cn.yiwang.complaint.*"
        })
public @interface ExchangeTest {}
