package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.GroupWords.Word;
import cn.yiwang.catalog.search.word.CodeShape;
import cn.yiwang.catalog.search.word.Pinyin;
import cn.yiwang.catalog.search.word.SearchText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** Writes a group of items as a document of the index. */
final class ItemDocument {

    private static final Pattern LATER_STEP = Pattern.compile("变更|延续|换发|换证|补发|补办|补证|注销|再注册|重新发证|补充申请|备案");

    /** How often a name says a word, or how many names an item has besides its own, says nothing about how well it fits. */
    private static final FieldType NAME_TYPE = onceOnly(false);

    private static final FieldType ALIAS_TYPE = onceOnly(true);

    private ItemDocument() {}

    private static FieldType onceOnly(boolean anyLength) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(anyLength);
        type.freeze();
        return type;
    }

    static Document of(ItemGroup group, GroupWords words) {
        var document = new Document();
        document.add(new StringField(Fields.KEY, group.key(), Store.NO));
        document.add(new NumericDocValuesField(Fields.NUMBER, group.number()));
        words.officialNames().forEach(name -> document.add(new Field(Fields.NAME, name.text(), NAME_TYPE)));
        words.aliases().forEach(alias -> document.add(new Field(Fields.ALIAS, alias.text(), ALIAS_TYPE)));
        addSounds(document, words.said());
        addPlaces(document, group);
        addCodes(document, group);
        if (group.names().stream().noneMatch(name -> LATER_STEP.matcher(name).find())) {
            document.add(new StringField(Fields.FIRST_STEP, "1", Store.NO));
        }
        return document;
    }

    private static void addSounds(Document document, List<Word> said) {
        var whole = new LinkedHashSet<String>();
        var runs = new LinkedHashSet<String>();
        var exact = new LinkedHashSet<String>();
        var blurred = new LinkedHashSet<String>();
        for (var word : said) {
            var syllables = word.syllables();
            var initials = Pinyin.initials(syllables);
            whole.addAll(List.of(word.text(), String.join("", syllables), initials));
            addPairs(syllables, exact);
            addPairs(syllables.stream().map(Pinyin::blurred).toList(), blurred);
            addRuns(initials, runs);
        }
        addTerms(document, Fields.WHOLE, whole);
        addTerms(document, Fields.PINYIN, exact);
        addTerms(document, Fields.BLURRED, blurred);
        addTerms(document, Fields.INITIALS, runs);
    }

    private static void addTerms(Document document, String field, Set<String> terms) {
        terms.stream()
                .filter(term -> !term.isEmpty())
                .forEach(term -> document.add(new StringField(field, term, Store.NO)));
    }

    private static void addPairs(List<String> syllables, Set<String> terms) {
        terms.addAll(syllables);
        for (int i = 1; i < syllables.size(); i++) {
            terms.add(syllables.get(i - 1) + " " + syllables.get(i));
        }
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
        group.items().forEach(item -> places.add(item.body().name()));
        places.forEach(place ->
                document.add(new Field(Fields.PLACE, SearchText.compact(SearchText.normalise(place)), ALIAS_TYPE)));
    }

    /** Every tail of the base code and sequence is a term, so that any part of it is a prefix of one. */
    private static void addCodes(Document document, ItemGroup group) {
        var codes = new LinkedHashSet<String>();
        for (int start = 0; start <= group.key().length() - CodeShape.SHORTEST; start++) {
            codes.add(group.key().substring(start));
        }
        for (var item : group.items()) {
            codes.add(item.code().value());
            // The body's own part of its code is what people copy without the beginning.
            codes.add(item.code().value().substring(8));
        }
        addTerms(document, Fields.CODE, codes);
    }
}
