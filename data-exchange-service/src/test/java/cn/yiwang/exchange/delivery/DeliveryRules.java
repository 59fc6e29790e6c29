package cn.yiwang.exchange.delivery;

/** Shows the rule classes of this package to the architecture test. */
public final class DeliveryRules {

    private DeliveryRules() {}

    public static Class<?> retrySchedule() {
        return RetrySchedule.class;
    }
}
