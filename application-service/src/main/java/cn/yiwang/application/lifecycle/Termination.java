package cn.yiwang.application.lifecycle;

/** Why handling ended without a decision (终止). */
public enum Termination {
    /** The person died or lost the capacity that the licence presupposes. */
    PERSON_GONE,
    /** The organization ended by law. */
    ORGANIZATION_ENDED,
    /** What was applied for has become impossible or needs no licence any more. */
    NO_OBJECT_LEFT,
    /** A material whose handing in was promised for later did not come. */
    PROMISE_NOT_KEPT,
    /** Another ground that a law or rule names. */
    OTHER_BY_LAW
}
