package cn.yiwang.catalog.search.synonym;

import cn.yiwang.catalog.search.word.Synonym;
import cn.yiwang.catalog.start.FirstData;
import cn.yiwang.starter.database.UtcTime;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings the first synonyms in, once: what editors remove does not come back. */
@Service
class ImportSynonyms implements FirstData {

    private static final String EDITOR = "seed-editor";

    private final JdbcClient jdbc;
    private final JdbcSynonyms synonyms;
    private final Clock clock;

    ImportSynonyms(JdbcClient jdbc, JdbcSynonyms synonyms, Clock clock) {
        this.jdbc = jdbc;
        this.synonyms = synonyms;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    /** One instance imports, the others wait for it. */
    @Override
    @Transactional
    public void run() {
        boolean done = jdbc.sql("SELECT imported_at IS NOT NULL FROM seed_import WHERE name = 'synonyms' FOR UPDATE")
                .query(Boolean.class)
                .single();
        if (done) {
            return;
        }
        bundled().forEach(synonym -> synonyms.add(synonym, EDITOR));
        synonyms.countChange();
        jdbc.sql("UPDATE seed_import SET imported_at = :now WHERE name = 'synonyms'")
                .param("now", UtcTime.of(clock.instant()))
                .update();
    }

    static Set<Synonym> bundled() {
        try (var reader = new InputStreamReader(
                        new ClassPathResource("seed/synonyms.csv").getInputStream(), StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            var all = new LinkedHashSet<Synonym>();
            csv.forEach(row -> all.add(new Synonym(row.getField("said"), row.getField("official"))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
