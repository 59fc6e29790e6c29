package cn.yiwang.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.item.GuideLifecycle.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuideLifecycleTest {

    @Test
    void the_table_covers_every_status_and_every_event() {
        var statuses = EnumSet.noneOf(GuideStatus.class);
        var events = new HashSet<Class<?>>();
        GuideLifecycle.TRANSITIONS.forEach(edge -> {
            statuses.add(edge.from());
            statuses.add(edge.to());
            events.add(edge.event());
        });
        assertThat(statuses).isEqualTo(EnumSet.allOf(GuideStatus.class));
        assertThat(events).isEqualTo(Set.copyOf(Arrays.asList(GuideEvent.class.getPermittedSubclasses())));
    }

    @Test
    void no_status_has_two_ways_out_for_one_event() {
        assertThat(GuideLifecycle.TRANSITIONS)
                .extracting(Transition::from, Transition::event)
                .doesNotHaveDuplicates();
    }

    @Test
    void only_a_draft_is_published_and_only_the_published_is_superseded() {
        for (var status : GuideStatus.values()) {
            assertThat(GuideLifecycle.after(status, GuideEvent.ItemPublished.class)
                            .isPresent())
                    .isEqualTo(status == GuideStatus.DRAFT);
            assertThat(GuideLifecycle.after(status, GuideEvent.ItemSuperseded.class)
                            .isPresent())
                    .isEqualTo(status == GuideStatus.PUBLISHED);
        }
    }

    @Test
    void the_readme_shows_the_table() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        GuideLifecycle.TRANSITIONS.forEach(edge ->
                assertThat(readme).contains("| %s | %s | %s |".formatted(edge.from(), name(edge.event()), edge.to())));
    }

    private static String name(Class<? extends GuideEvent> event) {
        return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
