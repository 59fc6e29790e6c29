package cn.yiwang.exchange.delivery;

/** How far a delivery is. */
public enum DeliveryStatus {
    /** Waits for its next try, or for an earlier event of the same aggregate. */
    PENDING,
    /** The partner took it. */
    DELIVERED,
    /** The partner did not take it although everything was tried; it stays in the feed. */
    FAILED,
    /** The subscription was removed before. */
    CANCELLED
}
