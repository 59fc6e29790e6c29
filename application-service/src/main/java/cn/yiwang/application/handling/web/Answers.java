package cn.yiwang.application.handling.web;

import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.OpenApplication;
import cn.yiwang.application.handling.web.Views.ReviewView;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.starter.http.ETags;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answers that several routes give, each with the application's new entity tag. */
public final class Answers {

    public static final String ROOT = "/api/v1/applications";

    private Answers() {}

    static ResponseEntity<State> opened(OpenApplication.Opened opened) {
        Application application = opened.application();
        return ResponseEntity.created(URI.create(ROOT + "/" + application.id()))
                .eTag(ETags.of(application.version()))
                .body(State.of(application, opened.queryCode(), null));
    }

    public static ResponseEntity<State> step(Application application) {
        return step(application, null, null);
    }

    /** A step was taken: something was created below the application. */
    public static ResponseEntity<State> step(
            Application application, @Nullable String queryCode, @Nullable List<ReviewTask> tasks) {
        List<ReviewView> reviews =
                tasks == null ? null : tasks.stream().map(ReviewView::of).toList();
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(application.version()))
                .body(State.of(application, queryCode, reviews));
    }
}
