package cn.yiwang.catalog.seed;

import cn.yiwang.catalog.body.Body;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.law.Law;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ServiceLevel;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Reads the seed data that ships with the service. */
final class SeedFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SeedFiles() {}

    static List<Body> bodies() {
        return rows("bodies.csv").stream()
                .map(row -> new Body(
                        new CreditCode(row.getField("code")),
                        row.getField("name"),
                        new DivisionCode(row.getField("division")),
                        ServiceLevel.ofCode(row.getField("level")),
                        Boolean.parseBoolean(row.getField("example"))))
                .toList();
    }

    /** Names of base items by their codes. */
    static Map<String, String> baseNames() {
        return rows("base-items.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("code"), row -> row.getField("name")));
    }

    static List<SeedItem> items() {
        return rows("items.csv").stream().map(SeedItem::of).toList();
    }

    /** The laws that guides rest on; whatever replaces another comes before it. */
    static List<Law> laws() {
        try (InputStream stream = new ClassPathResource("seed/laws.json").getInputStream()) {
            return Stream.of(JSON.readValue(stream, Law[].class))
                    .sorted(Comparator.comparing(law -> law.replacedBy() != null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record SeedStandard(String code, Standard standard) {}

    /** The standards of base items by their codes. */
    static Map<String, Standard> standards() {
        try (InputStream stream = new ClassPathResource("seed/standards.json").getInputStream()) {
            return Stream.of(JSON.readValue(stream, SeedStandard[].class))
                    .collect(Collectors.toMap(SeedStandard::code, SeedStandard::standard));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole guide of an item, for those whose guide is known. */
    static Optional<Guide> guide(String itemCode) {
        var resource = new ClassPathResource("seed/guides/" + itemCode + ".json");
        if (!resource.exists()) {
            return Optional.empty();
        }
        try (InputStream stream = resource.getInputStream()) {
            return Optional.of(JSON.readValue(stream, Guide.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes with every byte of the seed. */
    static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:seed/**/*.*");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (var reader = new InputStreamReader(
                        new ClassPathResource("seed/" + file).getInputStream(), StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
