package cn.yiwang.starter.audit;

import cn.yiwang.starter.identity.Actor;

/** Where a use case leaves the record of a decision, in the transaction of the decision itself. */
public interface AuditTrail {

    /** Records the entry for whoever is calling now: the authenticated caller, or the system where nobody is. */
    void record(AuditEntry entry);

    /**
     * Records the entry for this actor.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction to join
     */
    void record(Actor actor, AuditEntry entry);
}
