package cn.yiwang.application.document;

import cn.yiwang.pdf.PdfWriter;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Prints one document at a time; a bounded number of readers waits a bounded time, so that printing starves nothing else. */
@Component
class Press {

    private static final String PRODUCER = "Yiwang application-service";
    private static final int WAITING = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore press = new Semaphore(1, true);
    private final Timer timer;

    Press(MeterRegistry meters) {
        timer = Timer.builder("yiwang.application.document.pdf")
                .description("How long it takes to print a document")
                .register(meters);
    }

    /** The PDF of the page; 503 when too many wait already, or nobody got ready in time. */
    byte[] print(Supplier<String> html) {
        if (press.getQueueLength() >= WAITING) {
            throw busy();
        }
        try {
            if (!press.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return Objects.requireNonNull(timer.record(() -> PdfWriter.write(html.get(), PRODUCER)));
        } finally {
            press.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
    }
}
