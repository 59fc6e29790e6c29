package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.GroupWords.Word;
import cn.yiwang.catalog.search.word.Pinyin;
import cn.yiwang.catalog.search.word.SearchText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a text that is being typed may become: names and what people say, by their characters, pinyin and initials. Immutable. */
final class Suggestions {

    /** No beginning is followed further than this; it would say nothing yet. */
    private static final int MOST_LOOKED_AT = 2000;

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::text);

    private final List<Key> keys;

    private record Key(String text, Phrase phrase) {}

    /**
     * Something to search for.
     *
     * @param groups the groups that are called so
     */
    private record Phrase(String text, boolean said, List<ItemGroup> groups) {}

    Suggestions(Collection<ItemGroup> groups, Map<String, GroupWords> words) {
        Map<String, Phrase> phrases = new HashMap<>();
        Map<String, Word> spoken = new HashMap<>();
        for (var group : groups) {
            var called = words.get(group.key());
            if (called == null) {
                continue;
            }
            var displayed = displayed(called);
            for (int i = 0; i < called.said().size(); i++) {
                var word = called.said().get(i);
                boolean said = i >= called.nameCount();
                var text = said ? word.text() : displayed.getOrDefault(word.text(), word.text());
                phrases.computeIfAbsent(text, key -> new Phrase(key, said, new ArrayList<>()))
                        .groups()
                        .add(group);
                spoken.putIfAbsent(text, word);
            }
        }
        var all = new ArrayList<Key>();
        phrases.forEach((text, phrase) -> {
            var word = spoken.getOrDefault(text, Word.of(text));
            all.add(new Key(word.text(), phrase));
            all.add(new Key(String.join("", word.syllables()), phrase));
            all.add(new Key(Pinyin.initials(word.syllables()), phrase));
        });
        all.sort(ORDER);
        keys = List.copyOf(all);
    }

    private static Map<String, String> displayed(GroupWords words) {
        var displayed = new HashMap<String, String>();
        words.names().forEach(name -> displayed.put(SearchText.compact(SearchText.normalise(name)), name));
        return displayed;
    }

    /** At most {@code limit} texts that begin like this; only such as lead to something the predicate shows. */
    List<String> of(String typed, Predicate<ItemGroup> shows, int limit) {
        var beginning = SearchText.compact(SearchText.normalise(typed));
        if (beginning.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Phrase>();
        int from = firstFrom(beginning);
        for (int i = from; i < keys.size() && i < from + MOST_LOOKED_AT; i++) {
            var key = keys.get(i);
            if (!key.text().startsWith(beginning)) {
                break;
            }
            found.putIfAbsent(key.phrase().text(), key.phrase());
        }
        // Short phrases are asked for most; what people say comes before official names of the same length.
        return found.values().stream()
                .filter(phrase -> phrase.groups().stream().anyMatch(shows))
                .sorted(Comparator.comparingInt((Phrase phrase) -> phrase.text().length())
                        .thenComparing(phrase -> !phrase.said())
                        .thenComparing(Phrase::text))
                .limit(limit)
                .map(Phrase::text)
                .toList();
    }

    private int firstFrom(String beginning) {
        int low = 0;
        int high = keys.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle).text().compareTo(beginning) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
