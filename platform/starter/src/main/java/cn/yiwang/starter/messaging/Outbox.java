package cn.yiwang.starter.messaging;

/** Where a use case leaves the news of what it did; the news is stored with the state itself and sent to the broker afterwards. */
public interface Outbox {

    /**
     * Stores the event in the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction to join
     * @throws org.springframework.dao.DuplicateKeyException when the aggregate already has an event of that sequence
     */
    void send(EventDraft event);
}
