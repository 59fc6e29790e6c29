package cn.yiwang.catalog.search;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Handling.OnlineDepth;
import cn.yiwang.catalog.guide.Topics;
import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.catalog.item.PublishedItem.Period;
import cn.yiwang.catalog.item.PublishedItem.Traits;
import cn.yiwang.catalog.search.word.Synonym;
import cn.yiwang.catalog.search.word.Synonyms;
import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ImplementationCode;
import cn.yiwang.standards.ServiceLevel;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** An index of the seed's items, made without a database. */
final class SeedIndex {

    private SeedIndex() {}

    static ItemIndex open() throws IOException {
        var index = new ItemIndex();
        index.understand(synonyms());
        index.update(items());
        return index;
    }

    static Synonyms synonyms() {
        return new Synonyms(rows("synonyms.csv").stream()
                .map(row -> new Synonym(row.getField("said"), row.getField("official")))
                .toList());
    }

    static List<PublishedItem> items() {
        Map<String, NamedCsvRecord> bodies = new HashMap<>();
        rows("bodies.csv").forEach(row -> bodies.put(row.getField("code"), row));
        var ids = new AtomicLong();
        return rows("items.csv").stream()
                .filter(row -> !row.getField("base_code").isEmpty())
                .map(row -> item(ids.incrementAndGet(), row, bodies.get(row.getField("body"))))
                .toList();
    }

    private static PublishedItem item(long id, NamedCsvRecord row, NamedCsvRecord body) {
        var level = ServiceLevel.ofCode(row.getField("level"));
        var code = BusinessItemCode.of(
                ImplementationCode.of(
                        new CreditCode(row.getField("body")), level, new BaseCode(row.getField("base_code"))),
                row.getField("sequence"));
        return new PublishedItem(
                id,
                1,
                code,
                row.getField("name"),
                code.baseCode().type(),
                level,
                new Named(body.getField("code"), body.getField("name")),
                new DivisionCode(body.getField("division")),
                List.of(new Period(
                        1,
                        LocalDate.of(2026, 1, 1),
                        null,
                        new Traits(
                                Set.of(Audience.ORGANIZATION),
                                new Topics(List.of(), List.of("010")),
                                OnlineDepth.LEVEL_3))));
    }

    private static List<NamedCsvRecord> rows(String file) {
        var stream = Objects.requireNonNull(SeedIndex.class.getResourceAsStream("/seed/" + file));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
