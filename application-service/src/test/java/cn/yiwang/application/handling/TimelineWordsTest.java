package cn.yiwang.application.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.timeline.Words;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the history can say, the timeline has words for it in both languages. */
class TimelineWordsTest {

    static Stream<String> everythingThatCanHappen() {
        var events = Arrays.stream(ApplicationEvent.class.getPermittedSubclasses())
                .map(TimelineWordsTest::any)
                .map(PublishedEvent::name);
        return Stream.concat(events, Stream.of("reviews-completed", "due-date-recomputed"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanHappen")
    void every_event_has_its_words_its_meaning_and_its_article(String event) {
        assertThat(Words.know(event)).as(event).isTrue();
    }

    private static ApplicationEvent any(Class<?> type) {
        try {
            var parts = type.getRecordComponents();
            var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = Arrays.stream(types).map(TimelineWordsTest::value).toArray();
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (ApplicationEvent) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static @Nullable Object value(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 23);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type == String.class ? "x" : null;
    }
}
