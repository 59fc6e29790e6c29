package cn.yiwang.exchange.signature;

import java.security.PrivateKey;

/** The private half of a key, with the name under which partners find its public half. */
record SigningKey(String id, PrivateKey privateKey) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
