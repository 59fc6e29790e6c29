package cn.yiwang.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A day on which everything is due, and some of it fails. */
class DueItemsTest {

    private final Set<Long> open = new LinkedHashSet<>();
    private final List<Long> asked = new ArrayList<>();
    private final DueItems due = new DueItems("Trying", id -> Optional.of(item(id)));

    @Test
    void all_that_is_due_is_worked_off_at_once_however_much_it_is() {
        open.addAll(LongStream.rangeClosed(1, 1234).boxed().toList());
        due.forEach(this::first, item -> open.remove(item.id()));
        assertThat(open).isEmpty();
    }

    @Test
    void what_fails_stays_and_keeps_nobody_waiting() {
        open.addAll(LongStream.rangeClosed(1, 700).boxed().toList());
        due.forEach(this::first, item -> {
            asked.add(item.id());
            if (item.id() <= 300) {
                throw new IllegalStateException("nothing goes right for " + item.id());
            }
            open.remove(item.id());
        });
        assertThat(open).hasSize(300).contains(1L, 300L);
        assertThat(asked).hasSize(700).doesNotHaveDuplicates();
    }

    private List<Long> first(int limit) {
        return open.stream().limit(limit).toList();
    }

    private static BusinessItem item(long id) {
        return new BusinessItem(
                id,
                new UUID(0, id),
                null,
                "试验",
                ItemType.LICENCE,
                ServiceLevel.ofCode("3"),
                "11431000MB1938148M",
                "试验",
                new DivisionCode("431000"));
    }
}
