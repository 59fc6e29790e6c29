package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.word.Synonyms;
import cn.yiwang.catalog.search.word.Typed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all groups are called under the present synonyms, and what follows from it. Immutable. */
final class Words {

    private final Synonyms synonyms;
    private final Map<String, GroupWords> ofGroups;
    private final Vocabulary vocabulary;

    private Words(Synonyms synonyms, Map<String, GroupWords> ofGroups, Vocabulary vocabulary) {
        this.synonyms = synonyms;
        this.ofGroups = Map.copyOf(ofGroups);
        this.vocabulary = vocabulary;
    }

    static Words with(Synonyms synonyms) {
        return new Words(synonyms, Map.of(), new Vocabulary(List.of()));
    }

    /** The same words when no group's names changed. */
    Words afterChange(Collection<ItemGroup> changed) {
        var renewed = new HashMap<String, GroupWords>();
        for (var group : changed) {
            var known = ofGroups.get(group.key());
            if (known == null || !known.names().equals(group.names())) {
                renewed.put(group.key(), GroupWords.of(group.names(), synonyms));
            }
        }
        if (renewed.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(ofGroups);
        all.putAll(renewed);
        return new Words(synonyms, all, new Vocabulary(all.values()));
    }

    GroupWords of(ItemGroup group) {
        var words = ofGroups.get(group.key());
        return words == null ? GroupWords.of(group.names(), synonyms) : words;
    }

    /** What was probably meant by a text, null when there is no doubt or no idea. */
    @Nullable Typed meantBy(Typed typed) {
        return vocabulary
                .meantBy(typed)
                .map(text -> Typed.of(text, synonyms, vocabulary.syllables(), false))
                .orElse(null);
    }

    Synonyms synonyms() {
        return synonyms;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Map<String, GroupWords> ofGroups() {
        return ofGroups;
    }
}
