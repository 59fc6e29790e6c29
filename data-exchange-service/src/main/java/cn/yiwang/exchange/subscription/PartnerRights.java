package cn.yiwang.exchange.subscription;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What each partner may hear of. All types are public, so a partner without an entry may hear of everything; an entry narrows that.
 *
 * @param partners by client id
 */
@ConfigurationProperties("yiwang.exchange")
public record PartnerRights(@DefaultValue Map<String, Partner> partners) {

    /**
     * One partner.
     *
     * @param allowedTypes patterns such as {@code cn.yiwang.certificate.*}
     */
    public record Partner(List<String> allowedTypes) {

        List<EventPattern> patterns() {
            return allowedTypes.stream().map(EventPattern::new).collect(Collectors.toUnmodifiableList());
        }
    }

    /** Whether the partner may subscribe to it. */
    boolean allow(String partner, EventPattern wanted) {
        Partner entry = partners.get(partner);
        return entry == null || entry.patterns().stream().anyMatch(allowed -> allowed.covers(wanted));
    }

    /** Whether the partner may get an event of the type now, whatever was allowed when it subscribed. */
    boolean allow(String partner, String type) {
        Partner entry = partners.get(partner);
        return entry == null || entry.patterns().stream().anyMatch(allowed -> allowed.matches(type));
    }
}
