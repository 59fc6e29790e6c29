package cn.yiwang.application.handling;

import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What others hear of a step, and what the history calls it. Ids and codes only; nothing personal. */
final class PublishedEvent {

    private PublishedEvent() {}

    /** The name in the history and in the type of the message. */
    static String name(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted _ -> "submitted";
            case ApplicationAccepted _ -> "accepted";
            case DepartmentReviewed _ -> "department-reviewed";
            case ReviewsCompleted completed ->
                completed.department() == null ? "reviews-completed" : "department-reviewed";
            case ApplicationGranted _ -> "granted";
            case ApplicationRefused _ -> "refused";
            case ApplicationWithdrawn _ -> "withdrawn";
            case ApplicationDelivered _ -> "delivered";
        };
    }

    static String type(ApplicationEvent event) {
        return "cn.yiwang.application." + name(event) + ".v1";
    }

    /** The data of the message. */
    static Data data(Application after, int itemVersion, ApplicationEvent event) {
        Data plain = new Data(
                after.id().toString(),
                after.givenNumber(),
                after.itemCode(),
                itemVersion,
                after.body(),
                after.division(),
                after.status().publicStatus().code(),
                after.due() == null ? null : after.due().on(),
                null,
                null,
                null,
                null,
                null);
        return switch (event) {
            case DepartmentReviewed reviewed -> plain.reviewed(reviewed.department(), reviewed.outcome(), false);
            case ReviewsCompleted completed -> plain.reviewed(completed.department(), completed.outcome(), true);
            case ApplicationGranted granted -> plain.granted(granted.certificateFollows());
            case ApplicationDelivered delivered -> plain.delivered(delivered.certificateId());
            case ApplicationSubmitted _, ApplicationAccepted _, ApplicationRefused _, ApplicationWithdrawn _ -> plain;
        };
    }

    /** The data of every message about an application; what does not belong to the type is absent. */
    record Data(
            String applicationId,
            String number,
            String itemCode,
            int itemVersion,
            String body,
            String division,
            String status,
            @Nullable LocalDate dueOn,
            @Nullable String department,
            @Nullable Outcome outcome,
            @Nullable Boolean reviewsCompleted,
            @Nullable Boolean certificateFollows,
            @Nullable String certificateId) {

        Data reviewed(@Nullable String by, @Nullable Outcome said, boolean completed) {
            return new Data(
                    applicationId,
                    number,
                    itemCode,
                    itemVersion,
                    body,
                    division,
                    status,
                    dueOn,
                    by,
                    said,
                    completed,
                    null,
                    null);
        }

        Data granted(boolean certificate) {
            return new Data(
                    applicationId,
                    number,
                    itemCode,
                    itemVersion,
                    body,
                    division,
                    status,
                    dueOn,
                    null,
                    null,
                    null,
                    certificate,
                    null);
        }

        Data delivered(@Nullable String certificate) {
            return new Data(
                    applicationId,
                    number,
                    itemCode,
                    itemVersion,
                    body,
                    division,
                    status,
                    dueOn,
                    null,
                    null,
                    null,
                    null,
                    certificate);
        }
    }
}
