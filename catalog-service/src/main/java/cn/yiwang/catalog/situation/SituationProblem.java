package cn.yiwang.catalog.situation;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with answers. */
enum SituationProblem implements ProblemType {
    SITUATION_ANSWERS_UNKNOWN("situation-answers-unknown"),
    SITUATION_ANSWERS_CONTRADICTORY("situation-answers-contradictory"),
    SITUATION_ANSWERS_INCOMPLETE("situation-answers-incomplete");

    private final String slug;

    SituationProblem(String slug) {
        this.slug = slug;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
