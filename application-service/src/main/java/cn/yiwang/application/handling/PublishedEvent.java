package cn.yiwang.application.handling;

import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptanceDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptedForFirstReview;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationForwarded;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationNotAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPartlyGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPreReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSuspended;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationTerminated;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectedOnTheSpot;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionRequested;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionsHandedIn;
import cn.yiwang.application.lifecycle.ApplicationEvent.DecisionResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentEscalated;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentsConsulted;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.MaterialsChecked;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsEscalated;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What others hear of a step, and what the history calls it. Ids and codes only; nothing personal. */
final class PublishedEvent {

    private PublishedEvent() {}

    /** The name in the history. */
    static String name(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted _ -> "submitted";
            case ApplicationPreReviewed _ -> "pre-reviewed";
            case CorrectedOnTheSpot _ -> "corrected-on-the-spot";
            case CorrectionRequested _ -> "correction-requested";
            case CorrectionsHandedIn _ -> "corrected";
            case ApplicationAccepted _, AcceptedForFirstReview _ -> "accepted";
            case FirstReviewed _ -> "department-reviewed";
            case ApplicationForwarded _ -> "forwarded";
            case DepartmentsConsulted _ -> "departments-consulted";
            case MaterialsChecked _ -> "materials-checked";
            case DepartmentEscalated _, ReviewsEscalated _ -> "department-escalated";
            case AcceptanceDeemed _, FirstReviewDeemed _ -> "acceptance-deemed";
            case ApplicationNotAccepted _ -> "not-accepted";
            case DepartmentReviewed _ -> "department-reviewed";
            case ReviewsCompleted completed ->
                completed.department() == null ? "reviews-completed" : "department-reviewed";
            case ApplicationSuspended _ -> "suspended";
            case ReviewResumed _, DecisionResumed _ -> "resumed";
            case ApplicationTerminated _ -> "terminated";
            case ApplicationGranted _ -> "granted";
            case ApplicationPartlyGranted _ -> "partly-granted";
            case ApplicationRefused _ -> "refused";
            case ApplicationWithdrawn _ -> "withdrawn";
            case ApplicationDelivered _ -> "delivered";
        };
    }

    /** The type of the message. Whoever waits for the acceptance need not know that silence can bring it about. */
    static String type(ApplicationEvent event) {
        return type(event instanceof AcceptanceDeemed || event instanceof FirstReviewDeemed ? "accepted" : name(event));
    }

    static String type(String name) {
        return "cn.yiwang.application." + name + ".v1";
    }

    /** The data of the message. */
    static Map<String, Object> data(Application after, int itemVersion, ApplicationEvent event) {
        Map<String, Object> data = data(after, itemVersion);
        switch (event) {
            case ApplicationPreReviewed preReviewed -> data.put("result", preReviewed.result());
            case CorrectionRequested requested -> {
                data.put("requirements", requested.requirements());
                data.put("correctionDueOn", requested.dueOn());
            }
            case AcceptanceDeemed deemed -> data.put("deemedSince", deemed.since());
            case FirstReviewDeemed deemed -> data.put("deemedSince", deemed.since());
            case ApplicationNotAccepted refused -> data.put("ground", refused.ground());
            case FirstReviewed reviewed -> {
                data.put("department", reviewed.department());
                data.put("outcome", reviewed.outcome());
                data.put("reviewsCompleted", false);
            }
            case ApplicationForwarded forwarded -> data.put("department", forwarded.from());
            case MaterialsChecked checked -> data.put("department", checked.department());
            case DepartmentEscalated escalated -> {
                data.put("department", escalated.department());
                data.put("reviewsCompleted", false);
            }
            case ReviewsEscalated escalated -> {
                data.put("department", escalated.department());
                data.put("reviewsCompleted", true);
            }
            case DepartmentReviewed reviewed -> {
                data.put("department", reviewed.department());
                data.put("outcome", reviewed.outcome());
                data.put("reviewsCompleted", false);
            }
            case ReviewsCompleted completed -> {
                put(data, "department", completed.department());
                put(data, "outcome", completed.outcome());
                data.put("reviewsCompleted", true);
            }
            case ApplicationTerminated terminated -> data.put("cause", terminated.cause());
            case ApplicationGranted granted -> data.put("certificateFollows", granted.certificateFollows());
            case ApplicationPartlyGranted granted -> data.put("certificateFollows", granted.certificateFollows());
            case ApplicationDelivered delivered -> put(data, "certificateId", delivered.certificateId());
            case ApplicationSubmitted _,
                    CorrectedOnTheSpot _,
                    CorrectionsHandedIn _,
                    ApplicationAccepted _,
                    AcceptedForFirstReview _,
                    DepartmentsConsulted _,
                    ApplicationSuspended _,
                    ReviewResumed _,
                    DecisionResumed _,
                    ApplicationRefused _,
                    ApplicationWithdrawn _ -> {}
        }
        return data;
    }

    /** What every message about an application says; what does not belong to its type is absent. */
    static Map<String, Object> data(Application after, int itemVersion) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("applicationId", after.id().toString());
        data.put("number", after.givenNumber());
        data.put("itemCode", after.itemCode());
        data.put("itemVersion", itemVersion);
        data.put("body", after.body());
        data.put("division", after.division());
        data.put("status", after.status().publicStatus().code());
        put(data, "dueOn", after.due() == null ? null : after.due().on());
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
