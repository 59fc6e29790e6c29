package cn.yiwang.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.yiwang.application.handling.ApplicationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

class DocumentNumbersTest extends ApplicationTest {

    private static final String BODY = "11431000MB1938148M";
    private static final int TRIES = 200;

    @Autowired
    DocumentNumbers numbers;

    @Autowired
    TransactionOperations transactions;

    /** Every fourth document is rolled back after its number was drawn; the others must lie without a gap all the same. */
    @Test
    void numbers_have_no_gaps_however_many_draw_at_once_and_however_many_take_it_back() throws Exception {
        var kept = new ConcurrentLinkedQueue<Integer>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            var takenBack = i % 4 == 0;
            tasks.add(() -> {
                drawUntilItWorks("并发", takenBack, kept);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(tasks)) {
                result.get();
            }
        }
        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, TRIES - TRIES / 4).boxed().toList());
    }

    @Test
    void each_body_kind_and_year_counts_for_itself() {
        assertThat(draw(BODY, "许测", 2026)).isEqualTo("郴市监许测〔2026〕1号");
        assertThat(draw(BODY, "许测", 2026)).isEqualTo("郴市监许测〔2026〕2号");
        assertThat(draw(BODY, "许测", 2027)).isEqualTo("郴市监许测〔2027〕1号");
        assertThat(draw(BODY, "许试", 2026)).isEqualTo("郴市监许试〔2026〕1号");
        assertThat(draw("11430700MBEX00044E", "许测", 2026)).isEqualTo("常市监许测〔2026〕1号");
        assertThat(draw("11430000006122244L", "许测", 2026)).isEqualTo("湖南省某局许测〔2026〕1号");
    }

    @Test
    void a_number_is_drawn_in_the_transaction_of_its_document_or_not_at_all() {
        assertThat(catchThrowable(() -> numbers.draw(BODY, "局", "许测", 2026)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private String draw(String body, String word, int year) {
        return transactions.execute(
                transaction -> numbers.draw(body, "湖南省某局", word, year).text());
    }

    private void drawUntilItWorks(String word, boolean takenBack, ConcurrentLinkedQueue<Integer> kept) {
        while (true) {
            try {
                var serial = transactions.execute(transaction -> {
                    var drawn = numbers.draw(BODY, "局", word, 2026).serial();
                    if (takenBack) {
                        transaction.setRollbackOnly();
                    }
                    return drawn;
                });
                if (!takenBack) {
                    kept.add(serial);
                }
                return;
            } catch (PessimisticLockingFailureException victim) {
                // A deadlock at the very first number of a series rolled this one back: it is tried again, as a caller
                // would.
                continue;
            }
        }
    }
}
