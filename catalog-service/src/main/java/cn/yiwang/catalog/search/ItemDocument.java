package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Writes a group of items as a document of the index. */
final class ItemDocument {

    private static final Pattern LATER_STEP = Pattern.compile("变更|延续|换发|换证|补发|补办|补证|注销|再注册|重新发证|补充申请|备案");

    /** How often a name says a word, or how many names an item has besides its own, says nothing about how well it fits. */
    private static final FieldType NAME_TYPE = onceOnly(false);

    private static final FieldType ALIAS_TYPE = onceOnly(true);

    private final Synonyms synonyms;
    private final Set<String> knownSyllables;

    ItemDocument(Synonyms synonyms, Set<String> knownSyllables) {
        this.synonyms = synonyms;
        this.knownSyllables = knownSyllables;
    }

    private static FieldType onceOnly(boolean anyLength) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(anyLength);
        type.freeze();
        return type;
    }

    Document of(ItemGroup group) {
        var document = new Document();
        document.add(new StringField(Fields.KEY, group.key(), Store.YES));
        document.add(new SortedDocValuesField(Fields.SORT_KEY, new BytesRef(group.key())));
        document.add(new StringField(Fields.TYPE, group.representative().type().code(), Store.NO));
        addNames(document, group.names());
        addPlaces(document, group);
        addCodes(document, group);
        document.add(new LongPoint(
                Fields.SINCE,
                group.items().stream()
                        .mapToLong(item -> item.firstDay().toEpochDay())
                        .min()
                        .orElse(Long.MAX_VALUE)));
        if (group.names().stream().noneMatch(name -> LATER_STEP.matcher(name).find())) {
            document.add(new StringField(Fields.FIRST_STEP, "1", Store.NO));
        }
        return document;
    }

    private void addNames(Document document, List<String> names) {
        var spoken = new LinkedHashSet<String>();
        for (var name : names) {
            var compact = SearchText.compact(SearchText.normalise(name));
            spoken.add(compact);
            document.add(new Field(Fields.NAME, compact, NAME_TYPE));
        }
        for (var name : List.copyOf(spoken)) {
            for (var alias : synonyms.aliasesOf(name)) {
                if (spoken.add(alias)) {
                    document.add(new Field(Fields.ALIAS, alias, ALIAS_TYPE));
                }
            }
        }
        addSounds(document, spoken);
    }

    private void addSounds(Document document, Set<String> spoken) {
        var whole = new LinkedHashSet<>(spoken);
        var runs = new LinkedHashSet<String>();
        var syllablesAndPairs = new LinkedHashSet<String>();
        for (var text : spoken) {
            var syllables = Pinyin.syllables(text);
            knownSyllables.addAll(syllables);
            var initials = Pinyin.initials(syllables);
            whole.add(String.join("", syllables));
            whole.add(initials);
            syllablesAndPairs.addAll(syllables);
            for (int i = 1; i < syllables.size(); i++) {
                syllablesAndPairs.add(syllables.get(i - 1) + " " + syllables.get(i));
            }
            addRuns(initials, runs);
        }
        whole.forEach(text -> document.add(new StringField(Fields.WHOLE, text, Store.NO)));
        syllablesAndPairs.forEach(text -> document.add(new StringField(Fields.PINYIN, text, Store.NO)));
        runs.forEach(run -> document.add(new StringField(Fields.INITIALS, run, Store.NO)));
    }

    private static void addRuns(String initials, Set<String> runs) {
        for (int length = Fields.SHORTEST_INITIALS; length <= Fields.LONGEST_INITIALS; length++) {
            for (int start = 0; start + length <= initials.length(); start++) {
                runs.add(initials.substring(start, start + length));
            }
        }
    }

    private static void addPlaces(Document document, ItemGroup group) {
        var places = new LinkedHashSet<String>();
        var divisions = new LinkedHashSet<String>();
        for (var item : group.items()) {
            places.add(SearchText.compact(SearchText.normalise(item.body().name())));
            divisions.add(item.division().value());
        }
        places.forEach(place -> document.add(new Field(Fields.PLACE, place, ALIAS_TYPE)));
        divisions.forEach(division -> document.add(new StringField(Fields.DIVISION, division, Store.NO)));
    }

    /** Every tail of the base code and sequence is a term, so that any part of it is a prefix of one. */
    private static void addCodes(Document document, ItemGroup group) {
        var codes = new LinkedHashSet<String>();
        for (int start = 0; start <= group.key().length() - CodeShape.SHORTEST; start++) {
            codes.add(group.key().substring(start));
        }
        for (PublishedItem item : group.items()) {
            codes.add(item.code().value());
        }
        codes.forEach(code -> document.add(new StringField(Fields.CODE, code, Store.NO)));
    }
}
