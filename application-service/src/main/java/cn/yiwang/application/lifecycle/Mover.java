package cn.yiwang.application.lifecycle;

/** Who is to act next on an application. */
public enum Mover {
    APPLICANT,
    WINDOW_CLERK,
    REVIEWERS,
    APPROVER,
    CERTIFICATE_SERVICE,
    NOBODY
}
