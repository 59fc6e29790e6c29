package cn.yiwang.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well the search answers people, by judgements written before it was tuned; see the README beside them. */
class RelevanceTest {

    private static final Logger LOG = LoggerFactory.getLogger(RelevanceTest.class);
    private static final ItemFilter EVERYTHING = ItemFilter.on(LocalDate.of(2026, 11, 22));
    private static final int DEPTH = 10;
    private static final int MEANT = 3;

    private static ItemIndex index;
    private static List<Judgement> judgements;

    /** A text and the grades of the items that should answer it. */
    private record Judgement(String kind, boolean heldOut, String query, Map<String, Integer> grades) {

        List<String> found() {
            return index.find(query, EVERYTHING, 0, DEPTH).groups().stream()
                    .map(shown -> shown.group().key())
                    .toList();
        }

        double reciprocalRank() {
            var found = found();
            for (int i = 0; i < found.size(); i++) {
                if (grades.getOrDefault(found.get(i), 0) == MEANT) {
                    return 1.0 / (i + 1);
                }
            }
            return 0;
        }

        double gain() {
            return gain(found().stream().map(key -> grades.getOrDefault(key, 0)).toList())
                    / gain(grades.values().stream()
                            .sorted((one, other) -> other - one)
                            .limit(DEPTH)
                            .toList());
        }

        private static double gain(List<Integer> grades) {
            double gain = 0;
            for (int i = 0; i < grades.size(); i++) {
                gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
            }
            return gain;
        }
    }

    @BeforeAll
    static void fill() throws IOException {
        index = SeedIndex.open();
        var stream = Objects.requireNonNull(RelevanceTest.class.getResourceAsStream("/search/judgements.csv"));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            judgements = csv.stream()
                    .map(row -> new Judgement(
                            row.getField("kind"),
                            row.getField("held_out").equals("yes"),
                            row.getField("query"),
                            grades(row.getField("relevant"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> grades(String relevant) {
        var grades = new HashMap<String, Integer>();
        Arrays.stream(relevant.split(" ")).forEach(graded -> {
            int colon = graded.indexOf(':');
            grades.put(graded.substring(0, colon), Integer.valueOf(graded.substring(colon + 1)));
        });
        return grades;
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @Test
    void what_was_meant_comes_first_in_the_third_that_nobody_tunes_on() {
        var heldOut = judgements.stream().filter(Judgement::heldOut).toList();
        LOG.info("{}", table());
        assertThat(meanReciprocalRank(heldOut)).isGreaterThanOrEqualTo(0.92);
        assertThat(meanGain(heldOut)).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void what_was_meant_comes_first_in_the_other_two_thirds() {
        var others =
                judgements.stream().filter(judgement -> !judgement.heldOut()).toList();
        LOG.info("Not first: {}", missed(others));
        assertThat(meanReciprocalRank(others)).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void the_judgements_are_many_of_six_kinds_and_a_third_of_each_is_held_out() {
        assertThat(judgements).hasSizeGreaterThanOrEqualTo(150);
        assertThat(judgements).extracting(Judgement::query).doesNotHaveDuplicates();
        var kinds = judgements.stream().collect(Collectors.groupingBy(Judgement::kind));
        assertThat(kinds).hasSize(6);
        kinds.forEach((kind, ofKind) -> assertThat(
                        ofKind.stream().filter(Judgement::heldOut).count() * 3)
                .as(kind)
                .isBetween((long) ofKind.size(), ofKind.size() + 3L));
    }

    @Test
    void no_synonym_is_a_query_that_is_held_out() {
        var synonyms = SeedIndex.synonyms();
        assertThat(judgements).filteredOn(Judgement::heldOut).allSatisfy(judgement -> assertThat(
                        synonyms.officialWordsIn(judgement.query()))
                .doesNotContainKey(judgement.query()));
    }

    private static double meanReciprocalRank(Collection<Judgement> some) {
        return some.stream().mapToDouble(Judgement::reciprocalRank).average().orElseThrow();
    }

    private static double meanGain(Collection<Judgement> some) {
        return some.stream().mapToDouble(Judgement::gain).average().orElseThrow();
    }

    private static String table() {
        var table = new StringBuilder("\nkind          part      queries  MRR    nDCG@10\n");
        for (boolean heldOut : new boolean[] {false, true}) {
            var part = judgements.stream()
                    .filter(judgement -> judgement.heldOut() == heldOut)
                    .toList();
            var kinds = new TreeMap<>(part.stream().collect(Collectors.groupingBy(Judgement::kind)));
            kinds.forEach((kind, some) -> table.append(line(kind, heldOut, some)));
            table.append(line("ALL", heldOut, part));
        }
        return table.toString();
    }

    private static String line(String kind, boolean heldOut, List<Judgement> some) {
        return "%-13s %-9s %7d  %.3f  %.3f%n"
                .formatted(
                        kind, heldOut ? "held out" : "tuning", some.size(), meanReciprocalRank(some), meanGain(some));
    }

    private static String missed(List<Judgement> some) {
        return some.stream()
                .filter(judgement -> judgement.reciprocalRank() < 1)
                .map(judgement -> "\n%s %s: %s, found %s"
                        .formatted(judgement.kind(), judgement.query(), judgement.grades(), names(judgement)))
                .collect(Collectors.joining());
    }

    private static List<String> names(Judgement judgement) {
        return index.find(judgement.query(), EVERYTHING, 0, 4).groups().stream()
                .map(shown -> shown.group().key() + " "
                        + shown.group().representative().name())
                .toList();
    }
}
