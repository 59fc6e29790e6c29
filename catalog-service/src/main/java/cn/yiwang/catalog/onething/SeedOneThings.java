package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.start.FirstData;
import cn.yiwang.standards.calendar.ChinaTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Brings the first packages in once, by the way every package takes; what editors made of them since is left alone. */
@Component
class SeedOneThings implements FirstData {

    private static final Logger LOG = LoggerFactory.getLogger(SeedOneThings.class);
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

    @Override
    public int order() {
        return 20;
    }

    private record Entry(String code, String owner, OneThing oneThing) {}

    /** One instance brings them in, the others wait for it and find them there. */
    @Override
    @Transactional
    public void run() {
        jdbc.sql("SELECT name FROM seed_import WHERE name = 'catalog' FOR UPDATE")
                .query(String.class)
                .single();
        for (var entry : entries()) {
            if (things.lock(entry.code()).isEmpty()) {
                bringIn(entry);
            }
        }
    }

    private void bringIn(Entry entry) {
        var objections = OneThingRule.objectionsTo(
                entry.oneThing(),
                items.on(ChinaTime.today(clock), entry.oneThing().itemCodes()));
        if (!objections.isEmpty()) {
            // Editors may have withdrawn an item before this package came: the service starts all the same.
            LOG.warn("The package {} is not brought in: {}", entry.code(), objections);
            return;
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
