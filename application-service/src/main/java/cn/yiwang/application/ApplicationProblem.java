package cn.yiwang.application;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with an application or a step of its handling. */
public enum ApplicationProblem implements ProblemType {
    ITEM_NOT_AVAILABLE("item-not-available", HttpStatus.UNPROCESSABLE_CONTENT),
    AUDIENCE_NOT_SERVED("audience-not-served", HttpStatus.UNPROCESSABLE_CONTENT),
    ASSURANCE_TOO_LOW("assurance-too-low", HttpStatus.FORBIDDEN),
    GUIDE_SUPERSEDED("guide-superseded", HttpStatus.CONFLICT),
    MATERIALS_MISSING("materials-missing", HttpStatus.UNPROCESSABLE_CONTENT),
    MATERIAL_OUTSIDE_GUIDE("material-outside-guide", HttpStatus.UNPROCESSABLE_CONTENT),
    MATERIAL_TYPE_NOT_ALLOWED("material-type-not-allowed", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    MATERIAL_NOT_WHAT_IT_SAYS("material-not-what-it-says", HttpStatus.UNPROCESSABLE_CONTENT),
    MATERIAL_TOO_LARGE("material-too-large", HttpStatus.CONTENT_TOO_LARGE),
    TOO_MANY_MATERIALS("too-many-materials", HttpStatus.CONFLICT),
    STEP_NOT_ALLOWED("step-not-allowed", HttpStatus.CONFLICT),
    DELIVERED_BY_CERTIFICATE("delivered-by-certificate", HttpStatus.CONFLICT),
    NOT_TAKEN_IN_HERE("not-taken-in-here", HttpStatus.FORBIDDEN),
    FIRST_REVIEW_OPEN("first-review-open", HttpStatus.CONFLICT),
    OFFICER_RECUSED("officer-recused", HttpStatus.FORBIDDEN),
    HOST_DOES_NOT_REVIEW("host-does-not-review", HttpStatus.FORBIDDEN),
    HOST_HAS_REVIEWED("host-has-reviewed", HttpStatus.UNPROCESSABLE_CONTENT),
    KEPT_OUT_ALREADY("kept-out-already", HttpStatus.CONFLICT),
    CLAIMED_BY_ANOTHER("claimed-by-another", HttpStatus.CONFLICT),
    REVIEWED_BY_DECIDER("reviewed-by-decider", HttpStatus.FORBIDDEN),
    TWO_OFFICERS_NEEDED("two-officers-needed", HttpStatus.UNPROCESSABLE_CONTENT),
    INSPECTION_UNCONFIRMED("inspection-unconfirmed", HttpStatus.CONFLICT),
    DELEGATION_NOT_POSSIBLE("delegation-not-possible", HttpStatus.UNPROCESSABLE_CONTENT),
    EXPORT_TOO_LARGE("export-too-large", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_FILTERS("too-many-filters", HttpStatus.CONFLICT),
    FILTER_NAME_TAKEN("filter-name-taken", HttpStatus.CONFLICT),
    NOBODY_TO_CONSULT("nobody-to-consult", HttpStatus.CONFLICT),
    ALREADY_CONSULTED("already-consulted", HttpStatus.CONFLICT),
    DEPARTMENT_NOT_AWAITED("department-not-awaited", HttpStatus.UNPROCESSABLE_CONTENT),
    DEPARTMENT_STILL_IN_TIME("department-still-in-time", HttpStatus.CONFLICT),
    CORRECTION_ASKED_ALREADY("correction-asked-already", HttpStatus.CONFLICT),
    REQUIREMENT_OUTSIDE_GUIDE("requirement-outside-guide", HttpStatus.UNPROCESSABLE_CONTENT),
    ACCEPTED_BY_SILENCE("accepted-by-silence", HttpStatus.CONFLICT),
    CORRECTION_INCOMPLETE("correction-incomplete", HttpStatus.UNPROCESSABLE_CONTENT),
    CORRECTION_PERIOD_OVER("correction-period-over", HttpStatus.CONFLICT),
    CORRECTION_PERIOD_RUNS("correction-period-runs", HttpStatus.CONFLICT),
    MATERIAL_NOT_ASKED_FOR("material-not-asked-for", HttpStatus.UNPROCESSABLE_CONTENT),
    PRE_REVIEWED_ALREADY("pre-reviewed-already", HttpStatus.CONFLICT),
    GROUND_NOT_POSSIBLE("ground-not-possible", HttpStatus.UNPROCESSABLE_CONTENT),
    MATERIAL_NOT_DEFERRABLE("material-not-deferrable", HttpStatus.UNPROCESSABLE_CONTENT),
    COMMITMENT_NOT_ALLOWED("commitment-not-allowed", HttpStatus.UNPROCESSABLE_CONTENT),
    COMMITTED_ALREADY("committed-already", HttpStatus.CONFLICT),
    PROMISED_MATERIALS_OUTSTANDING("promised-materials-outstanding", HttpStatus.CONFLICT),
    LICENCE_REQUIRED("licence-required", HttpStatus.UNPROCESSABLE_CONTENT),
    REASON_REQUIRED("reason-required", HttpStatus.UNPROCESSABLE_CONTENT),
    PROCEDURE_OUTSIDE_GUIDE("procedure-outside-guide", HttpStatus.UNPROCESSABLE_CONTENT),
    PROCEDURE_WITHIN_LIMIT("procedure-within-limit", HttpStatus.UNPROCESSABLE_CONTENT),
    PROCEDURE_ENDS_BEFORE_IT_BEGINS("procedure-ends-before-it-begins", HttpStatus.UNPROCESSABLE_CONTENT),
    PROCEDURE_RUNNING("procedure-running", HttpStatus.CONFLICT),
    PROCEDURE_OVER("procedure-over", HttpStatus.CONFLICT),
    EXTENDED_ALREADY("extended-already", HttpStatus.CONFLICT),
    EXTENSION_TOO_LATE("extension-too-late", HttpStatus.CONFLICT),
    APPROVAL_REQUIRED("approval-required", HttpStatus.UNPROCESSABLE_CONTENT);

    private final String slug;
    private final HttpStatus status;

    ApplicationProblem(String slug, HttpStatus status) {
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
