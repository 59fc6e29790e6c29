package cn.yiwang.application.delivery;

import cn.yiwang.application.document.DocumentKind.Field;
import java.util.List;

/**
 * One way to deliver, as {@code documents/delivery-methods.json} describes it.
 *
 * @param deemedAfterDays after how many days it counts as delivered
 * @param meaning why that day is the day of delivery
 */
record DeliveryMethod(
        Method method, String label, String basis, int deemedAfterDays, String meaning, List<Field> fields) {

    DeliveryMethod {
        fields = List.copyOf(fields);
    }

    /** The ways that the law knows and this platform records. */
    enum Method {
        ELECTRONIC,
        WINDOW,
        MAIL,
        LEFT,
        PUBLIC_NOTICE
    }
}
