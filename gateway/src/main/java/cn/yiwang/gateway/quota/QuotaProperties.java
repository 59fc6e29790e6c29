package cn.yiwang.gateway.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one client may send to this instance.
 *
 * @param anonymous for a network address without a token
 * @param authenticated for the subject of a token
 * @param maximumClients how many clients are remembered; the least active are forgotten first
 */
@ConfigurationProperties("yiwang.gateway.quota")
record QuotaProperties(
        @DefaultValue Anonymous anonymous,
        @DefaultValue Authenticated authenticated,
        @DefaultValue("100000") int maximumClients) {

    QuotaProperties {
        if (maximumClients < 1) {
            throw new IllegalArgumentException("yiwang.gateway.quota.maximum-clients must be positive");
        }
    }

    /** Generous for a family or a small office behind one address. */
    record Anonymous(
            @DefaultValue("300") long burst,
            @DefaultValue("1200") long perMinute) {

        Anonymous {
            checkPositive("anonymous", burst, perMinute);
        }
    }

    /** Generous for a clerk's screen and for a partner system that calls two hundred times a second. */
    record Authenticated(
            @DefaultValue("2000") long burst,
            @DefaultValue("12000") long perMinute) {

        Authenticated {
            checkPositive("authenticated", burst, perMinute);
        }
    }

    private static void checkPositive(String kind, long burst, long perMinute) {
        if (burst < 1 || perMinute < 1) {
            throw new IllegalArgumentException("yiwang.gateway.quota." + kind + " must be positive");
        }
    }
}
