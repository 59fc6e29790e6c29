package cn.yiwang.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.item.DraftGuide;
import cn.yiwang.catalog.item.Items;
import cn.yiwang.catalog.item.PublishGuide;
import cn.yiwang.catalog.item.PublishGuide.Publication;
import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.catalog.item.PublishedItems;
import cn.yiwang.catalog.search.synonym.KeptSynonyms;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What one instance publishes is found at the others: by the news, and without the news by comparing. */
@ServiceTest
class FreshIndexTest {

    private static final String ITEM = "11430000MB169231XX200013103600001";
    private static final String NAME = "医疗器械广告审查";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private Items items;

    @Autowired
    private DraftGuide drafts;

    @Autowired
    private PublishGuide publish;

    @Autowired
    private PublishedItems published;

    @Autowired
    private KeptSynonyms synonyms;

    @Autowired
    private KafkaProperties kafka;

    @Autowired
    private ItemIndex own;

    @Autowired
    private TaskScheduler scheduler;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void every_instance_finds_the_version_in_force() throws Exception {
        try (var hearing = new ItemIndex();
                var deaf = new ItemIndex()) {
            var other = new KeepIndexFresh(published, synonyms, hearing);
            other.start();
            var news = new CatalogNewsListener(kafka, other);
            news.start();
            var withoutNews = new KeepIndexFresh(published, synonyms, deaf);
            withoutNews.start();
            try {
                int version = publishNext();
                assertThat(versionIn(own)).isEqualTo(version);
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> versionIn(hearing) == version);
                assertThat(versionIn(deaf)).isEqualTo(version - 1);
                withoutNews.compare();
                assertThat(versionIn(deaf)).isEqualTo(version);
            } finally {
                news.stop();
                other.stop();
                withoutNews.stop();
            }
        }
    }

    /** What another instance writes is no event here; a sweep that takes its time must not keep this one from looking. */
    @Test
    void synonyms_of_another_instance_are_found_within_two_seconds_whatever_else_goes_on() throws Exception {
        var word = "辟谷坞";
        var busy = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var sweep = scheduler.scheduleWithFixedDelay(
                () -> {
                    busy.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                Duration.ofHours(1));
        try {
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(firstFor(word)).isNotEqualTo("00017200500001");
            jdbc.sql("""
                    INSERT INTO search_synonym (public_id, said, official, editor, row_version, created_at, changed_at)
                    VALUES (:id, :said, '开办药品零售企业许可', 'another', 1, NOW(6), NOW(6))""")
                    .param("id", Ids.toBytes(Ids.next()))
                    .param("said", word)
                    .update();
            jdbc.sql("UPDATE search_synonym_revision SET revision = revision + 1")
                    .update();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> "00017200500001".equals(firstFor(word)));
        } finally {
            done.countDown();
            sweep.cancel(true);
            jdbc.sql("DELETE FROM search_synonym WHERE said = :said")
                    .param("said", word)
                    .update();
            jdbc.sql("UPDATE search_synonym_revision SET revision = revision + 1")
                    .update();
        }
    }

    private String firstFor(String text) {
        var found = own.find(text, ItemFilter.on(ChinaTime.today(MovableClock.shared())), 0, 1)
                .groups();
        return found.isEmpty() ? "" : found.getFirst().group().key();
    }

    @Test
    void an_older_state_does_not_replace_a_newer_one() throws Exception {
        try (var index = new ItemIndex()) {
            var older = SeedIndex.items().getFirst();
            var newer = new PublishedItem(
                    older.id(),
                    7,
                    older.code(),
                    "改名以后",
                    older.type(),
                    older.level(),
                    older.body(),
                    older.division(),
                    older.versions());
            index.update(List.of(newer));
            index.update(List.of(older));
            var found = index.list(ItemFilter.on(ChinaTime.today(MovableClock.shared())), "", 1);
            assertThat(found.getFirst().group().representative().name()).isEqualTo("改名以后");
        }
    }

    private int publishNext() throws Exception {
        var item = items.find(ITEM).orElseThrow();
        var body = mockMvc.perform(get("/api/v1/items/{item}", ITEM))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var guide = JSON.treeToValue(JSON.readTree(body).get("guide"), Guide.class);
        var today = ChinaTime.today(MovableClock.shared());
        var version = drafts.open(item, guide, "one");
        publish.publish(item, new Publication(version, 1, today, today, "another", "核对过来源"));
        return version;
    }

    private static int versionIn(ItemIndex index) {
        var today = ChinaTime.today(MovableClock.shared());
        return index.find(NAME, ItemFilter.on(today), 0, 1)
                .groups()
                .getFirst()
                .group()
                .representative()
                .versionOn(today)
                .orElseThrow();
    }
}
