package cn.yiwang.application.delivery;

import cn.yiwang.application.delivery.DeliveryMethod.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of one document.
 *
 * @param deliveredOn the day of delivery by law; null while it is not known, in the future while a public notice runs
 */
record Delivery(
        long key,
        UUID id,
        long documentKey,
        Method method,
        LocalDate sentOn,
        @Nullable LocalDate deliveredOn,
        Instant recordedAt) {

    /** Where it stands on a day. */
    State state(LocalDate today) {
        if (deliveredOn == null) {
            return State.SENT;
        }
        return deliveredOn.isAfter(today) ? State.RUNNING : State.DELIVERED;
    }

    /** Sent off, running until a day, or delivered. */
    enum State {
        SENT("已寄出，待回执"),
        RUNNING("公告期间"),
        DELIVERED("已送达");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
