package cn.yiwang.catalog.transfer;

/** What happens to an import. */
sealed interface ImportEvent {

    /** The file was read to its end and may be applied. */
    record FileAccepted() implements ImportEvent {}

    /** The file was read as far as it goes and may not be applied. */
    record FileRefused() implements ImportEvent {}

    /** An editor wants the checked file applied. */
    record ApplicationOrdered() implements ImportEvent {}

    /** All of its items are in the catalog. */
    record ItemsApplied() implements ImportEvent {}

    /** An item is no longer as the check saw it. */
    record CatalogChanged() implements ImportEvent {}

    /** Nobody wanted it applied for so long that what the check saw means nothing any more. */
    record WaitedTooLong() implements ImportEvent {}

    /** Too many instances gave up on it. */
    record GivenUp() implements ImportEvent {}
}
