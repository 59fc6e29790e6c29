package cn.yiwang.exchange;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a subscription. */
public enum ExchangeProblem implements ProblemType {
    EVENT_TYPE_UNKNOWN("event-type-unknown", HttpStatus.UNPROCESSABLE_CONTENT),
    EVENT_TYPE_NOT_ALLOWED("event-type-not-allowed", HttpStatus.FORBIDDEN),
    WEBHOOK_ADDRESS_REFUSED("webhook-address-refused", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_SUBSCRIPTIONS("too-many-subscriptions", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    ExchangeProblem(String slug, HttpStatus status) {
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
