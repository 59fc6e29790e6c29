package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.upstream.UpstreamUnavailableException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells why handling failed. There are two kinds of failure and no third: the infrastructure is ill, or the message is. */
final class Failures {

    private static final int MAXIMUM_REASON = 1_000;

    private Failures() {}

    /** Something that the handling needs is down: trying again later can work, and nothing else can. */
    static boolean isInfrastructure(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof UpstreamUnavailableException
                        || cause instanceof TransientDataAccessException
                        || cause instanceof RecoverableDataAccessException
                        || cause instanceof NonTransientDataAccessResourceException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof TransactionSystemException
                        || cause instanceof SQLTransientException
                        || cause instanceof SQLRecoverableException
                        || cause instanceof SQLNonTransientConnectionException);
    }

    /** Somebody else changed the same rows at the same moment: the next try sees their change. */
    static boolean isConflict(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof StaleVersionException || cause instanceof ConcurrencyFailureException);
    }

    /** What the operator reads: the innermost cause, bounded. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return bounded(innermost.getClass().getSimpleName()
                + Optional.ofNullable(innermost.getMessage())
                        .map(text -> ": " + text)
                        .orElse(""));
    }

    static String bounded(String reason) {
        return reason.codePointCount(0, reason.length()) <= MAXIMUM_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, MAXIMUM_REASON));
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
