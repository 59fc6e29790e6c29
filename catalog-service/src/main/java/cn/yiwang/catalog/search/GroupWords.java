package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.word.Pinyin;
import cn.yiwang.catalog.search.word.SearchText;
import cn.yiwang.catalog.search.word.Synonyms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a group is called: its names and what people say instead, and how each of them sounds.
 *
 * @param said all that people call it, the names among them
 */
record GroupWords(List<String> names, List<Word> said, int nameCount) {

    /** A way to name something, its letters alone, and its syllables. */
    record Word(String text, List<String> syllables) {

        static Word of(String text) {
            return new Word(text, Pinyin.syllables(text));
        }

        /** Whether each character has its syllable. */
        boolean isAligned() {
            return syllables.size() == text.length();
        }
    }

    static GroupWords of(List<String> names, Synonyms synonyms) {
        Set<String> compact = new LinkedHashSet<>();
        names.forEach(name -> compact.add(SearchText.compact(SearchText.normalise(name))));
        Set<String> said = new LinkedHashSet<>(compact);
        compact.forEach(name -> said.addAll(synonyms.aliasesOf(name)));
        var words = new ArrayList<Word>();
        said.forEach(text -> words.add(Word.of(text)));
        return new GroupWords(List.copyOf(names), List.copyOf(words), compact.size());
    }

    List<Word> officialNames() {
        return said.subList(0, nameCount);
    }

    List<Word> aliases() {
        return said.subList(nameCount, said.size());
    }
}
