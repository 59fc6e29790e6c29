package cn.yiwang.catalog.law;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call to the register of laws. */
enum LawProblem implements ProblemType {
    LAW_NOT_FOUND("law-not-found", HttpStatus.NOT_FOUND),
    LAW_EXISTS("law-exists", HttpStatus.CONFLICT),
    LAW_ALREADY_REPEALED("law-already-repealed", HttpStatus.CONFLICT),
    LAW_DATES_CONTRADICTORY("law-dates-contradictory", HttpStatus.UNPROCESSABLE_CONTENT),
    LAW_SUCCESSOR_UNKNOWN("law-successor-unknown", HttpStatus.UNPROCESSABLE_CONTENT),
    LAW_REGISTER_OF_THE_PROVINCE("law-register-of-the-province", HttpStatus.FORBIDDEN);

    private final String slug;
    private final HttpStatus status;

    LawProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
