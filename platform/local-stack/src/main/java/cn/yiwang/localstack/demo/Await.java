package cn.yiwang.localstack.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again and again for what comes a moment later, by an event. */
final class Await {

    private static final long ASK_NANOS = 100_000_000;

    private Await() {}

    static <T> T until(String what, Duration limit, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new StepFailedException(what + " did not come within " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(ASK_NANOS);
        }
    }
}
