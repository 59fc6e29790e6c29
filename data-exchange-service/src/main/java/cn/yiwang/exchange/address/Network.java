package cn.yiwang.exchange.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of IP addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
final class Network {

    private static final Pattern SHAPE = Pattern.compile("([0-9a-fA-F.:]+)/([0-9]{1,3})");

    private final byte[] start;
    private final int prefixLength;

    private Network(byte[] start, int prefixLength) {
        this.start = start;
        this.prefixLength = prefixLength;
    }

    /** Reads CIDR notation; anything else is an {@link IllegalArgumentException}. */
    static Network of(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a network: " + text);
        }
        try {
            // Digits, dots and colons only: this never asks a name server.
            byte[] start = InetAddress.getByName(match.group(1)).getAddress();
            int prefixLength = Integer.parseInt(match.group(2));
            if (prefixLength > start.length * Byte.SIZE) {
                throw new IllegalArgumentException("Not a network: " + text);
            }
            return new Network(start, prefixLength);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException("Not a network: " + text, wrong);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((bytes[bit / Byte.SIZE] & mask) != (start[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
