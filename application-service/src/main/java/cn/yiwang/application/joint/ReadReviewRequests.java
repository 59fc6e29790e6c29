package cn.yiwang.application.joint;

import cn.yiwang.application.handling.Access;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.review.ReviewRequest;
import cn.yiwang.application.review.ReviewRequests;
import cn.yiwang.starter.identity.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows what departments want from the applicant: all of it to the competent body, its own to each department. */
@Component
class ReadReviewRequests {

    private final Desk desk;
    private final ReviewRequests requests;

    ReadReviewRequests(Desk desk, ReviewRequests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    List<ReviewRequest> read(Actor actor, UUID id) {
        Application application = desk.read(actor, id);
        boolean everything = Access.isCompetent(actor, application);
        return requests.of(application.key()).stream()
                .filter(request -> everything || request.department().equals(actor.department()))
                .toList();
    }
}
