package cn.yiwang.catalog.search.word;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people say instead of the official words. Immutable. */
public final class Synonyms {

    private final List<Synonym> synonyms;
    /** The words of the people by their first character, the longest first. */
    private final Map<Character, List<String>> saidByFirst = new HashMap<>();

    public Synonyms(Collection<Synonym> synonyms) {
        this.synonyms = synonyms.stream()
                .map(synonym -> new Synonym(spelling(synonym.said()), spelling(synonym.official())))
                .filter(synonym ->
                        !synonym.said().isEmpty() && !synonym.official().isEmpty())
                .distinct()
                .toList();
        this.synonyms.stream()
                .map(Synonym::said)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(said -> saidByFirst
                        .computeIfAbsent(said.charAt(0), first -> new ArrayList<>())
                        .add(said));
    }

    private static String spelling(String text) {
        return SearchText.compact(SearchText.normalise(text));
    }

    /** Other ways to name what bears this name: the words themselves, and the name with them put in. */
    public Set<String> aliasesOf(String compactName) {
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
    public String setApart(String normalised) {
        var apart = new StringBuilder(normalised.length() + 8);
        int at = 0;
        while (at < normalised.length()) {
            var said = saidAt(normalised, at);
            if (said == null) {
                apart.append(normalised.charAt(at++));
            } else {
                apart.append(' ').append(said).append(' ');
                at += said.length();
            }
        }
        return apart.toString();
    }

    /** The official words for each word of the people that a text holds. */
    public Map<String, Set<String>> officialWordsIn(String normalised) {
        var said = new LinkedHashMap<String, Set<String>>();
        for (var synonym : synonyms) {
            if (normalised.contains(synonym.said())) {
                said.computeIfAbsent(synonym.said(), word -> new LinkedHashSet<>())
                        .add(synonym.official());
            }
        }
        return said;
    }

    private @Nullable String saidAt(String text, int at) {
        for (var said : saidByFirst.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(said, at)) {
                return said;
            }
        }
        return null;
    }

    /** A word names the whole thing only where the official words open the name or make up half of it. */
    private static boolean isMainlyAbout(String name, String official) {
        return name.startsWith(official) || official.length() * 2 >= name.length();
    }
}
