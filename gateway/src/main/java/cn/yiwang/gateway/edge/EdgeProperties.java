package cn.yiwang.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the edge lets in.
 *
 * @param trustedProxies networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed; none by default
 * @param bodyLimit the largest request body
 * @param uploadLimit the largest request body of an upload
 * @param traceSampling the share of traces that the services record, 0 to 1
 */
@ConfigurationProperties("yiwang.gateway")
public record EdgeProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("21MB") DataSize uploadLimit,
        @DefaultValue("0.1") double traceSampling) {

    public EdgeProperties {
        trustedProxies = List.copyOf(trustedProxies);
        if (!(traceSampling >= 0 && traceSampling <= 1)) {
            throw new IllegalArgumentException("yiwang.gateway.trace-sampling must lie between 0 and 1");
        }
    }
}
