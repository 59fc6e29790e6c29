package cn.yiwang.catalog.onething;

/** What happens to a version of a package. */
sealed interface OneThingEvent {

    /** Two people agree: it is shown from now on. */
    record Published() implements OneThingEvent {}

    /** A later version was published. */
    record Superseded() implements OneThingEvent {}

    /** A publisher took it back. */
    record Withdrawn() implements OneThingEvent {}
}
