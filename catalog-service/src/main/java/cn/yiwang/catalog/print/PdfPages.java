package cn.yiwang.catalog.print;

import cn.yiwang.pdf.PdfWriter;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * PDF pages, each made once per instance and version. One is made at a time, a bounded number of callers waits a bounded time, so that a run
 * on the printer cannot take the memory and the processors from those who read.
 */
@Component
class PdfPages {

    private static final String PRODUCER = "Yiwang catalog-service";
    private static final int CAPACITY = 200;
    private static final int WAITING = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore press = new Semaphore(1, true);
    private final Timer timer;
    private final Map<String, byte[]> ready = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > CAPACITY;
        }
    });

    PdfPages(MeterRegistry meters) {
        this.timer = Timer.builder("yiwang.catalog.guide.pdf")
                .description("How long it takes to make the PDF of a guide")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /**
     * The PDF of the page that is known under this key.
     *
     * @throws ProblemException 503 when too many wait already, or nobody got ready in time
     */
    byte[] of(String key, Supplier<String> html) {
        var known = ready.get(key);
        if (known != null) {
            return known;
        }
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
            var madeMeanwhile = ready.get(key);
            if (madeMeanwhile != null) {
                return madeMeanwhile;
            }
            var made = Objects.requireNonNull(timer.record(() -> PdfWriter.write(html.get(), PRODUCER)));
            ready.put(key, made);
            return made;
        } finally {
            press.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
    }
}
