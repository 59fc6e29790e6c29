package cn.yiwang.application.delivery;

import cn.yiwang.application.delivery.DeliveryMethod.Method;
import cn.yiwang.application.document.ContentRules.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which day is the day of delivery, and what stands against it. The contents have passed the rules of their fields. */
final class DeliveryRules {

    private static final List<String> DAYS = List.of("receivedOn", "sentOn", "leftOn", "announcedOn");

    private DeliveryRules() {}

    /** When it was sent off, and when it counts as delivered; not yet while a mail's receipt is not known. */
    record Days(LocalDate sentOn, @Nullable LocalDate deliveredOn) {}

    static Days days(DeliveryMethod method, Map<String, ?> contents, LocalDate today) {
        return switch (method.method()) {
            case ELECTRONIC -> new Days(today, today);
            case WINDOW -> both(day(contents, "receivedOn", today));
            case MAIL ->
                new Days(
                        day(contents, "sentOn", today),
                        contents.get("receivedOn") != null ? day(contents, "receivedOn", today) : null);
            case LEFT -> both(day(contents, "leftOn", today));
            case PUBLIC_NOTICE -> {
                LocalDate announced = day(contents, "announcedOn", today);
                yield new Days(announced, announced.plusDays(method.deemedAfterDays()));
            }
        };
    }

    /** What only the whole tells. */
    static List<Finding> check(Method method, Map<String, ?> contents, LocalDate datedOn, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (String name : DAYS) {
            if (contents.get(name) != null) {
                LocalDate day = day(contents, name, today);
                if (day.isBefore(datedOn) || day.isAfter(today)) {
                    findings.add(new Finding(name, "delivery.day-outside", List.of()));
                }
            }
        }
        if (method == Method.LEFT && contents.get("witnesses") == null && contents.get("evidence") == null) {
            findings.add(new Finding("witnesses", "delivery.witness-or-evidence", List.of()));
        }
        if (method == Method.MAIL && contents.get("receivedOn") != null) {
            if (contents.get("receiver") == null) {
                findings.add(new Finding("receiver", "delivery.receiver-missing", List.of()));
            }
            if (day(contents, "receivedOn", today).isBefore(day(contents, "sentOn", today))) {
                findings.add(new Finding("receivedOn", "delivery.day-outside", List.of()));
            }
        }
        return findings;
    }

    private static Days both(LocalDate day) {
        return new Days(day, day);
    }

    private static LocalDate day(Map<String, ?> contents, String name, LocalDate otherwise) {
        Object day = contents.get(name);
        return day == null ? otherwise : LocalDate.parse(String.valueOf(day));
    }
}
