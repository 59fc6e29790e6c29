package cn.yiwang.catalog.onething;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.database.UtcTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Brings the first packages in once, by the way every package takes; what editors made of them since is left alone. */
@Component
class SeedOneThings {

    private static final String NAME = "one-things";
    private static final String DIGEST = "1".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final OneThings things;
    private final ItemsInForce items;
    private final Clock clock;

    SeedOneThings(JdbcClient jdbc, OneThings things, ItemsInForce items, Clock clock) {
        this.jdbc = jdbc;
        this.things = things;
        this.items = items;
        this.clock = clock;
    }

    private record Entry(String code, String owner, OneThing oneThing) {}

    /** One instance imports, the others wait for it and find it done. */
    @Transactional
    public void run() {
        var imported = jdbc.sql("SELECT digest IS NOT NULL FROM seed_import WHERE name = :name FOR UPDATE")
                .param("name", NAME)
                .query(Boolean.class)
                .single();
        if (imported) {
            return;
        }
        for (var entry : entries()) {
            bringIn(entry);
        }
        jdbc.sql("UPDATE seed_import SET digest = :digest, imported_at = :now WHERE name = :name")
                .param("digest", DIGEST)
                .param("now", UtcTime.of(clock.instant()))
                .param("name", NAME)
                .update();
    }

    private void bringIn(Entry entry) {
        var objections = OneThingRule.objectionsTo(
                entry.oneThing(),
                items.on(ChinaTime.today(clock), entry.oneThing().itemCodes()));
        if (!objections.isEmpty()) {
            throw new IllegalStateException("The seed breaks rules: " + objections);
        }
        var thing = things.add(entry.code(), entry.owner());
        int version = things.open(thing, entry.oneThing(), "seed-editor");
        var draft = things.find(entry.code(), version).orElseThrow();
        things.move(
                draft,
                OneThingLifecycle.after(draft.status(), new OneThingEvent.Published()),
                "seed-publisher",
                null,
                draft.rowVersion());
    }

    private static List<Entry> entries() {
        try (var stream = new ClassPathResource("one-things/seed.json").getInputStream()) {
            return JSON.readValue(stream, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
