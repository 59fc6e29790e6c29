package cn.yiwang.catalog.search;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** What people say instead of the official words. */
final class Synonyms {

    /** A word of the people and the official words that it stands for. */
    record Synonym(String said, String official) {}

    private final List<Synonym> synonyms;
    private final Pattern said;

    Synonyms(List<Synonym> synonyms) {
        this.synonyms = synonyms.stream()
                .map(synonym -> new Synonym(
                        SearchText.compact(SearchText.normalise(synonym.said())),
                        SearchText.compact(SearchText.normalise(synonym.official()))))
                .toList();
        this.said = Pattern.compile(this.synonyms.stream()
                .map(Synonym::said)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    static Synonyms bundled() {
        try (var reader = new InputStreamReader(
                        new ClassPathResource("seed/synonyms.csv").getInputStream(), StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return new Synonyms(csv.stream()
                    .map(row -> new Synonym(row.getField("said"), row.getField("official")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Other ways to name what bears this name: the words themselves, and the name with them put in. */
    Set<String> aliasesOf(String compactName) {
        var aliases = new LinkedHashSet<String>();
        for (var synonym : synonyms) {
            if (compactName.contains(synonym.official())) {
                if (isMainlyAbout(compactName, synonym.official())) {
                    aliases.add(synonym.said());
                }
                aliases.add(compactName.replace(synonym.official(), synonym.said()));
            }
        }
        aliases.remove(compactName);
        return aliases;
    }

    /** Sets the words of the people apart in a text, the longest first, so that no pair of characters reaches across their ends. */
    String setApart(String normalised) {
        return said.matcher(normalised).replaceAll(" $0 ");
    }

    /** A word names the whole thing only where the official words open the name or make up half of it. */
    private static boolean isMainlyAbout(String name, String official) {
        return name.startsWith(official) || official.length() * 2 >= name.length();
    }
}
