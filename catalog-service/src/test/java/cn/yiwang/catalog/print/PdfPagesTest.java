package cn.yiwang.catalog.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PdfPagesTest {

    private static final String PAGE = "<html><body><p>指南</p></body></html>";

    private final PdfPages pages = new PdfPages(new SimpleMeterRegistry());

    @Test
    void a_page_is_made_once_however_many_ask_at_once() throws Exception {
        var made = new AtomicInteger();
        var tasks = new ArrayList<Callable<byte[]>>();
        for (var i = 0; i < 20; i++) {
            tasks.add(() -> pages.of("same", () -> {
                made.incrementAndGet();
                return PAGE;
            }));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).startsWith('%', 'P', 'D', 'F');
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void those_for_whom_there_is_no_room_are_told_to_come_again() throws Exception {
        var busy = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var refused = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> pages.of("slow", () -> {
                busy.countDown();
                await(done);
                return PAGE;
            }));
            await(busy);
            var waiting = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 40; i++) {
                var key = "page" + i;
                waiting.add(() -> {
                    try {
                        pages.of(key, () -> PAGE);
                    } catch (ProblemException e) {
                        assertThat(e.type()).isEqualTo(CommonProblem.TEMPORARILY_UNAVAILABLE);
                        refused.incrementAndGet();
                    }
                    return true;
                });
            }
            for (var answer : threads.invokeAll(waiting)) {
                answer.get();
            }
            assertThat(refused).hasValue(40);
            done.countDown();
        }
        // What was busy is free again, and what was refused can be had.
        assertThat(pages.of("page1", () -> PAGE)).isNotEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
