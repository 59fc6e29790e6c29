package cn.yiwang.catalog.seed;

import cn.yiwang.catalog.baseitem.FirstStandards;
import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.item.BusinessItem;
import cn.yiwang.catalog.item.DraftGuide;
import cn.yiwang.catalog.item.Items;
import cn.yiwang.catalog.item.PublishGuide;
import cn.yiwang.catalog.item.PublishGuide.Publication;
import cn.yiwang.catalog.law.Laws;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.catalog.start.FirstData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the seed in, all or nothing, along the way every guide takes: draft, rules, publication, event. What the catalog holds already is
 * left as its editors made it.
 */
@Service
class ImportSeed implements FirstData {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSeed.class);
    private static final LocalDate EFFECTIVE_FROM = LocalDate.of(2026, 1, 1);
    private static final String EDITOR = "seed-editor";
    private static final String PUBLISHER = "seed-publisher";
    private static final String NOTE = "初始数据：未确认的时限已标明，待业务部门核对";

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Laws laws;
    private final Items items;
    private final DraftGuide drafts;
    private final PublishGuide publish;
    private final FirstStandards standards;
    private final Clock clock;

    ImportSeed(
            JdbcClient jdbc,
            Bodies bodies,
            Laws laws,
            Items items,
            DraftGuide drafts,
            PublishGuide publish,
            FirstStandards standards,
            Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.laws = laws;
        this.items = items;
        this.drafts = drafts;
        this.publish = publish;
        this.standards = standards;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    /** Does nothing when this very seed was imported before; one instance imports, the others wait for it. */
    @Override
    @Transactional
    public void run() {
        var digest = SeedFiles.digest();
        if (digest.equals(importedDigest())) {
            return;
        }
        SeedFiles.bodies().forEach(bodies::add);
        SeedFiles.laws().forEach(laws::add);
        var baseNames = SeedFiles.baseNames();
        int added = 0;
        for (var item : SeedFiles.items()) {
            added += bringIn(item, baseNames) ? 1 : 0;
        }
        SeedFiles.standards().forEach((code, standard) -> standards.publish(code, standard, EDITOR, PUBLISHER));
        jdbc.sql("UPDATE seed_import SET digest = :digest, imported_at = :now WHERE name = 'catalog'")
                .param("digest", digest)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        LOG.info("{} items were imported", added);
    }

    private String importedDigest() {
        return jdbc.sql("SELECT COALESCE(digest, '') FROM seed_import WHERE name = 'catalog' FOR UPDATE")
                .query(String.class)
                .single();
    }

    private boolean bringIn(SeedItem item, Map<String, String> baseNames) {
        var code = item.code();
        if (code == null) {
            if (items.findWithoutCode(item.body().value(), item.name()).isPresent()) {
                return false;
            }
            drafts.open(items.add(item.newItem(null)), GuideTemplate.of(item, null), EDITOR);
            return true;
        }
        if (items.find(code.value()).isPresent()) {
            return false;
        }
        var entered = items.add(item.newItem(baseNames.get(code.baseCode().value())));
        publishFirstVersion(entered, item);
        return true;
    }

    /** The seed records what applied before this catalog existed: its first day is the earliest day itself. */
    private void publishFirstVersion(BusinessItem entered, SeedItem item) {
        var code = item.code();
        var guide = SeedFiles.guide(code == null ? "" : code.value())
                .orElseGet(() -> GuideTemplate.of(item, standardOf(item)));
        var version = drafts.open(entered, guide, EDITOR);
        publish.publish(entered, new Publication(version, 1, EFFECTIVE_FROM, EFFECTIVE_FROM, PUBLISHER, NOTE));
    }

    private static @Nullable Standard standardOf(SeedItem item) {
        var code = item.code();
        return code == null ? null : SeedFiles.standards().get(code.baseCode().value());
    }
}
