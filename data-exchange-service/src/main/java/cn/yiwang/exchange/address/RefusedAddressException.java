package cn.yiwang.exchange.address;

/** An address that no webhook goes to; the reason is the key of a text. */
public final class RefusedAddressException extends RuntimeException {

    private final String reasonKey;

    RefusedAddressException(String reasonKey) {
        super(reasonKey);
        this.reasonKey = reasonKey;
    }

    public String reasonKey() {
        return reasonKey;
    }
}
