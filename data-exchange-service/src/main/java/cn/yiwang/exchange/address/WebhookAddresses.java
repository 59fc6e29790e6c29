package cn.yiwang.exchange.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Decides where a webhook may go. A partner chooses the address, so without this check our own servers would make requests into our own
 * network on its behalf (server-side request forgery).
 */
@Component
public class WebhookAddresses {

    private static final int MAXIMUM_LENGTH = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Everything that the IANA registries for special purposes keep from being a public destination. */
    private static final List<Network> NOT_PUBLIC = networks(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8"));

    private final boolean allowLoopback;
    private final List<Network> allowed;

    WebhookAddresses(WebhookAddressProperties properties) {
        this.allowLoopback = properties.allowLoopback();
        this.allowed = networks(properties.allowedNetworks());
    }

    /**
     * Reads and checks an address.
     *
     * @throws RefusedAddressException with the reason that the partner may read
     */
    public URI check(String text) {
        if (text.length() > MAXIMUM_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new RefusedAddressException("address.malformed");
        }
        try {
            URI address = new URI(text);
            check(address);
            return address;
        } catch (URISyntaxException malformed) {
            throw new RefusedAddressException("address.malformed");
        }
    }

    /**
     * Checks an address again, right before it is used: the name may lead elsewhere by now. The JVM keeps what it has resolved for some
     * seconds, so the connection that follows goes where this check has looked.
     */
    public void check(URI address) {
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme())) {
            throw new RefusedAddressException("address.scheme");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new RefusedAddressException("address.malformed");
        }
        try {
            for (InetAddress destination : InetAddress.getAllByName(address.getHost())) {
                if (!isPermitted(destination)) {
                    throw new RefusedAddressException("address.network");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new RefusedAddressException("address.unknown-host");
        }
    }

    private boolean isPermitted(InetAddress destination) {
        return NOT_PUBLIC.stream().noneMatch(network -> network.contains(destination))
                || (allowLoopback && destination.isLoopbackAddress())
                || allowed.stream().anyMatch(network -> network.contains(destination));
    }

    private static List<Network> networks(List<String> texts) {
        return texts.stream().map(Network::of).toList();
    }
}
