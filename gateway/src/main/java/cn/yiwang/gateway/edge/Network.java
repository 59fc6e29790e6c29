package cn.yiwang.gateway.edge;

import java.net.InetAddress;

/** An address range in CIDR notation. */
record Network(InetAddress prefix, int bits) {

    static Network parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        try {
            InetAddress prefix = InetAddress.ofLiteral(host);
            int length = prefix.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > length) {
                throw new IllegalArgumentException("too long a prefix");
            }
            return new Network(prefix, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("yiwang.gateway.trusted-proxies: not a network: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] network = prefix.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int mask = (0xFF << Math.max(0, Byte.SIZE - (bits - bit))) & 0xFF;
            if (((bytes[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
