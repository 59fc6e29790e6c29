package cn.yiwang.catalog.transfer.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.transfer.table.CsvTableWriter;
import cn.yiwang.catalog.transfer.table.ExcelTableWriter;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in files, cell by cell. */
class CatalogReaderTest {

    private static final GuideBinding BINDING =
            new GuideBinding(Validation.buildDefaultValidatorFactory().getValidator());

    /** All that a guide cannot do without, as JSON columns where it is a list. */
    private static final String HEADINGS =
            "itemCode,name,baseName,type,body,level,baseCode,sequence,audiences,requiredAssurance,basis,conditions,materials,fees,visits,"
                    + "timeLimits.acceptance.amount,timeLimits.acceptance.unit,timeLimits.acceptance.confirmed,"
                    + "timeLimits.statutory.amount,timeLimits.statutory.unit,timeLimits.statutory.confirmed,"
                    + "timeLimits.promised.amount,timeLimits.promised.unit,timeLimits.promised.confirmed,"
                    + "timeLimits.delivery.amount,timeLimits.delivery.unit,timeLimits.delivery.confirmed,links,result.kind,result.name";

    private static final String LINK = "\"[{\"\"order\"\":1,\"\"kind\"\":\"\"ACCEPTANCE\"\",\"\"name\"\":\"\"受理\"\","
            + "\"\"department\"\":{\"\"code\"\":\"\"11431000MB1938148M\"\"},\"\"limit\"\":{\"\"amount\"\":1,\"\"unit\"\":\"\"WORKING_DAY\"\"}}]\"";

    private static final String ROW =
            "11431000MB1938148M300017200500001,开办药品零售企业许可,,01,,3,,01,ORGANIZATION,2,[],[],[],[],0,"
                    + "5,WORKING_DAY,true,20,WORKING_DAY,true,10,WORKING_DAY,true,10,WORKING_DAY,true," + LINK
                    + ",DOCUMENT,决定书";

    @TempDir
    private Path folder;

    private Findings findings = new Findings();
    private final List<ProposedItem> items = new ArrayList<>();
    private final List<Guide> guides = new ArrayList<>();

    @Test
    void a_row_with_everything_is_an_item() {
        read(HEADINGS + "\n" + ROW + "\n");
        assertThat(findings.take()).isEmpty();
        assertThat(guides).hasSize(1);
        assertThat(guides.getFirst().timeLimits().promised().amount()).isEqualTo(10);
        assertThat(guides.getFirst().result().certificateType()).isNull();
    }

    @Test
    void the_same_in_gbk_says_the_same() {
        read((HEADINGS + "\n" + ROW + "\n").getBytes(Charset.forName("GBK")));
        assertThat(findings.take()).isEmpty();
        assertThat(items.getFirst().head().name()).isEqualTo("开办药品零售企业许可");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "11431000MB1938148M300017200500001; 11431000MB1938149M300017200500001; code-check-character; itemCode; A2",
                "11431000MB1938148M300017200500001; 1143100MB1938148M300017200500001; code-length; itemCode; A2",
                "11431000MB1938148M300017200500001; 11431000MB1938148M3000172005000O1; code-structure; itemCode; A2",
                "11431000MB1938148M300017200500001; 11431000mb1938148M300017200500001; code-character; itemCode; A2",
                "11431000MB1938148M300017200500001; 11431000MB1938148M300997200500001; code-structure; itemCode; A2",
                "开办药品零售企业许可; =HYPERLINK(1); formula-injection; name; B2",
                "开办药品零售企业许可; @SUM(1); formula-injection; name; B2",
                ",01,,3; ,11,,3; type-unknown; type; D2",
                ",01,,3; ,02,,3; code-parts-disagree; type; D2",
                ",01,,3; ,01,,4; code-parts-disagree; level; F2",
                "ORGANIZATION; EVERYBODY; choice-unknown; audiences; I2",
                "ORGANIZATION,2; ORGANIZATION,zwei; number-expected; requiredAssurance; J2",
                "ORGANIZATION,2; ORGANIZATION,9; value-too-great; requiredAssurance; J2",
                "ORGANIZATION,2; ORGANIZATION,; value-required; requiredAssurance; J2",
                "20,WORKING_DAY,true; 20,FORTNIGHT,true; choice-unknown; timeLimits.statutory.unit; T2",
                "20,WORKING_DAY,true; 20,WORKING_DAY,maybe; truth-expected; timeLimits.statutory.confirmed; U2",
                "20,WORKING_DAY,true; ,,; value-required; timeLimits.statutory; ",
                "DOCUMENT,决定书; PAPER,决定书; choice-unknown; result.kind; AC2",
                "ORGANIZATION,2,[]; ORGANIZATION,2,[{]; json-damaged; basis; K2",
                "ORGANIZATION,2,[]; ORGANIZATION,2,[{\"title\":\"x\",\"confirmed\":true,\"colour\":1}]; element-unknown; basis; K2",
                "ORGANIZATION,2,[]; ORGANIZATION,2,[{\"title\":7}]; value-form; basis; K2",
            })
    void a_damaged_cell_is_named(String before, String after, String code, String column, String cell) {
        int json = after.contains("\"") ? after.indexOf("[{") : after.length();
        var quoted = after.substring(json).replace("\"", "\"\"");
        var value = after.substring(0, json) + (quoted.isEmpty() ? "" : "\"" + quoted + "\"");
        read(HEADINGS + "\n" + ROW.replace(before, value) + "\n");
        assertThat(findings.take()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place().row()).isEqualTo(2);
            assertThat(finding.place().column()).isEqualTo(column);
            assertThat(finding.place().cell()).isEqualTo(cell);
        });
        assertThat(guides).isEmpty();
    }

    @Test
    void a_name_has_its_bounds_and_its_characters() {
        read(HEADINGS + "\n" + ROW.replace("开办药品零售企业许可", "字".repeat(201)) + "\n");
        assertCodes("value-too-long");
        read(HEADINGS + "\n" + ROW.replace("开办药品零售企业许可", "药\u202E店") + "\n");
        assertCodes("value-characters");
        read(HEADINGS + "\n" + ROW.replace("开办药品零售企业许可", " ") + "\n");
        assertCodes("value-required");
    }

    @Test
    void a_cell_of_a_megabyte_is_named_and_the_rest_is_read() {
        read(HEADINGS + "\n" + ROW.replace("决定书", "字".repeat(1 << 20)) + "\n"
                + ROW.replace("00001,", "00002,").replace(",3,,01,", ",3,,02,") + "\n");
        assertCodes("cell-too-long");
        assertThat(items).hasSize(2);
    }

    @Test
    void an_item_named_twice_is_found() {
        read(HEADINGS + "\n" + ROW + "\n" + ROW + "\n");
        assertThat(findings.take()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("item-twice");
            assertThat(finding.place().cell()).isEqualTo("A3");
        });
    }

    @Test
    void the_code_can_be_given_in_parts() {
        read(HEADINGS + "\n"
                + ROW.replace(
                        "11431000MB1938148M300017200500001,开办药品零售企业许可,,01,,3,,01",
                        ",开办药品零售企业许可,,01,11431000MB1938148M,3,000172005000,01")
                + "\n");
        assertThat(findings.take()).isEmpty();
        assertThat(items.getFirst().head().code().value()).isEqualTo("11431000MB1938148M300017200500001");
        read(HEADINGS + "\n"
                + ROW.replace(
                        "11431000MB1938148M300017200500001,开办药品零售企业许可,,01,,3,,01",
                        ",开办药品零售企业许可,,01,11431000MB1938148X,7,0001720050,1")
                + "\n");
        assertCodes("code-check-character", "code-length", "level-unknown", "sequence-form");
    }

    @Test
    void columns_that_are_missing_unknown_or_twice_are_named_once() {
        read(HEADINGS.replace("requiredAssurance", "nonsense").replace("visits", "name") + "\n" + ROW + "\n" + ROW
                + "\n");
        assertCodes("column-missing", "column-missing", "column-twice", "column-unknown");
        assertThat(items).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "itemCode"})
    void a_file_without_rows_has_no_items(String text) {
        read(text);
        assertThat(items).isEmpty();
    }

    @Test
    void two_hundred_thousand_rows_are_not_read_to_the_end() {
        var rows = new StringBuilder(HEADINGS).append('\n');
        for (int i = 0; i < 200_000; i++) {
            rows.append("x,y\n");
        }
        var progress = new int[1];
        CatalogReader.read(
                write(rows.toString().getBytes(StandardCharsets.UTF_8)),
                findings,
                items::add,
                count -> progress[0] = count);
        assertThat(progress[0]).isLessThan(60_000);
        assertThat(findings.take()).hasSizeLessThanOrEqualTo(Findings.MOST_KEPT);
    }

    @Test
    void a_list_of_one_item_with_more_rows_than_any_guide_has_is_refused_at_once() throws IOException {
        var file = zip(Map.of(
                "items.csv",
                HEADINGS.replace(",materials", "") + "\n"
                        + ROW.replace("ORGANIZATION,2,[],[],[]", "ORGANIZATION,2,[],[]") + "\n",
                "materials.csv",
                "itemCode,code,name\n" + "11431000MB1938148M300017200500001,M1,x\n".repeat(500_000)));
        assertTimeout(Duration.ofSeconds(20), () -> read(file));
        assertThat(findings.take()).extracting(Finding::code).contains("too-many-rows-of-item");
    }

    @Test
    void rows_of_more_items_than_a_file_may_have_are_refused_at_once() throws IOException {
        var rows = new StringBuilder("itemCode,code,name\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append(i).append(",M1,x\n");
        }
        var file = zip(Map.of("items.csv", HEADINGS + "\n" + ROW + "\n", "faq.csv", rows.toString()));
        read(file);
        assertThat(findings.take()).extracting(Finding::code).contains("too-many-items");
    }

    @Test
    void one_item_of_a_json_file_is_no_larger_than_a_guide_can_be() {
        var file = write(
                ("{\"items\":[{\"itemCode\":\"11431000MB1938148M300017200500001\",\"name\":\"x\",\"guide\":{\"faq\":["
                                + "{},".repeat(3 << 20) + "{}]}}]}")
                        .getBytes(StandardCharsets.UTF_8));
        read(file);
        assertCodes("item-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"items\":[; json-unreadable",
                "{\"items\":[{\"itemCode\":1}]}; text-expected",
                "{\"items\":[7]}; object-expected",
                "[]; items-missing",
                "{\"more\":[]}; items-missing",
                "{\"items\":[],\"more\":1}; json-after-items",
                "{\"items\":[{\"itemCode\":\"x\",\"itemCode\":\"y\"}]}; json-unreadable",
            })
    void damaged_json_is_named(String json, String code) {
        read(json);
        assertThat(findings.take()).extracting(Finding::code).contains(code);
    }

    @Test
    void nesting_without_end_is_stopped() {
        read("{\"items\":[" + "[".repeat(100_000));
        assertCodes("json-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void a_written_catalog_reads_back_the_same(String format) throws IOException {
        var guide = Guides.pharmacy();
        var head = new ItemHead(Guides.PHARMACY, "=开办\"药店\"", "药品零售");
        var file = folder.resolve("written." + format);
        try (var target = Files.newOutputStream(file);
                var writer =
                        switch (format) {
                            case "csv" -> new TableCatalogWriter(new CsvTableWriter(target));
                            case "xlsx" -> new TableCatalogWriter(new ExcelTableWriter(target));
                            default -> new JsonCatalogWriter(target);
                        }) {
            writer.item(head, guide);
            writer.finish();
        }
        read(file);
        assertThat(findings.take()).isEmpty();
        assertThat(items.getFirst().head()).isEqualTo(head);
        assertThat(TransferJson.saysTheSame(guides.getFirst(), guide))
                .as("%s instead of %s", guides.getFirst(), guide)
                .isTrue();
    }

    @Test
    void what_the_file_does_not_speak_of_stays_as_it_is() {
        read(
                "{\"items\":[{\"itemCode\":\"11431000MB1938148M300017200500001\",\"name\":\"x\",\"guide\":{\"visits\":0,\"visitReason\":null}}]}");
        findings.take();
        var kept = Guides.pharmacy();
        var merged = BINDING.bind(items.getFirst(), kept, findings);
        assertThat(merged).isNotNull();
        assertThat(merged.visits()).isZero();
        assertThat(merged.visitReason()).isNull();
        assertThat(merged.materials()).isEqualTo(kept.materials());
    }

    @Test
    void every_finding_has_its_texts() throws IOException {
        var english = new Properties();
        var chinese = new Properties();
        try (var one = getClass().getResourceAsStream("/transfer/findings.properties");
                var other = getClass().getResourceAsStream("/transfer/findings_zh_CN.properties")) {
            english.load(new InputStreamReader(one, StandardCharsets.UTF_8));
            chinese.load(new InputStreamReader(other, StandardCharsets.UTF_8));
        }
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(codesInTheSources()).isNotEmpty().allSatisfy(code -> assertThat(english)
                .containsKeys("import-finding." + code, "import-finding." + code + ".remedy"));
    }

    /** Every text literal in the sources that has the form of a code and is handed to a finding. */
    private static List<String> codesInTheSources() throws IOException {
        var call = Pattern.compile(
                "(?:findings\\s*\\.(?:blocking|advice)|fault)\\s*\\((?:[^;\"]|\"\")*?\"([a-z]+(?:-[a-z]+)+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/cn/yiwang/catalog/transfer"))) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(path -> {
                        try {
                            return call
                                    .matcher(Files.readString(path))
                                    .results()
                                    .map(match -> match.group(1))
                                    .toList()
                                    .stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .distinct()
                    .toList();
        }
    }

    private void assertCodes(String... codes) {
        assertThat(findings.take().stream().map(Finding::code).sorted()).containsExactly(codes);
    }

    private void read(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] bytes) {
        read(write(bytes));
    }

    private void read(Path file) {
        findings = new Findings();
        items.clear();
        guides.clear();
        CatalogReader.read(
                file,
                findings,
                item -> {
                    items.add(item);
                    var guide = BINDING.bind(item, null, findings);
                    if (guide != null) {
                        guides.add(guide);
                    }
                },
                rows -> {});
    }

    private Path zip(Map<String, String> tables) throws IOException {
        var file = folder.resolve("tables.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var table : tables.entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey()));
                zip.write(table.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "file", ".bin"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
