package cn.yiwang.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Writes what somebody typed as a query. Every character is taken as text, none as an operator; the number of clauses grows with the length
 * of the text alone, which is bounded.
 */
final class QueryWriter {

    private static final float WHOLE = 12f;
    private static final float BEGINNING = 3f;
    private static final float CODE = 15f;
    private static final float NAME = 2f;
    private static final float ALIAS = 1.6f;
    private static final float PLACE = 0.4f;
    private static final float SINGLE_CHARACTER = 0.15f;
    private static final float SYLLABLES = 1.5f;
    private static final float INITIALS = 3f;
    /** Who names a thing without saying what to do with it mostly wants to begin it. */
    private static final float FIRST_STEP = 1.2f;

    private static final float TIE = 0.1f;

    private final Analyzer analyzer;
    private final Synonyms synonyms;
    private final Set<String> knownSyllables;

    QueryWriter(Analyzer analyzer, Synonyms synonyms, Set<String> knownSyllables) {
        this.analyzer = analyzer;
        this.synonyms = synonyms;
        this.knownSyllables = knownSyllables;
    }

    /**
     * The query for a text.
     *
     * @param lenient whether single characters count as much as pairs: for texts of which no pair is found
     */
    Query write(String text, boolean lenient) {
        var normalised = SearchText.withoutFiller(SearchText.normalise(text));
        var compact = SearchText.compact(normalised);
        if (compact.isEmpty()) {
            return new MatchNoDocsQuery("nothing but punctuation");
        }
        var ways = new ArrayList<Query>();
        ways.add(constant(new TermQuery(new Term(Fields.WHOLE, compact)), WHOLE));
        ways.add(constant(new PrefixQuery(new Term(Fields.WHOLE, compact)), BEGINNING));
        CodeShape.of(normalised)
                .ifPresent(code -> ways.add(constant(new PrefixQuery(new Term(Fields.CODE, code)), CODE)));
        if (SearchText.isLatin(compact)) {
            bySound(compact).ifPresent(ways::add);
            ways.add(byInitials(compact));
        } else {
            ways.add(byWords(synonyms.setApart(normalised), lenient));
        }
        return new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, TIE), Occur.MUST)
                .add(constant(new TermQuery(new Term(Fields.FIRST_STEP, "1")), FIRST_STEP), Occur.SHOULD)
                .build();
    }

    private Query byWords(String text, boolean lenient) {
        var tokens = tokens(text);
        var strong = new BooleanQuery.Builder();
        var weak = new BooleanQuery.Builder();
        int strongTerms = 0;
        for (var token : tokens) {
            if (token.pair() || tokens.size() == 1 || lenient) {
                strong.add(anywhere(token.text()), Occur.SHOULD);
                strongTerms++;
            } else {
                weak.add(new BoostQuery(anywhere(token.text()), SINGLE_CHARACTER), Occur.SHOULD);
            }
        }
        if (strongTerms == 0) {
            return new MatchNoDocsQuery("no word");
        }
        strong.setMinimumNumberShouldMatch(lenient ? Math.max(1, strongTerms / 2) : 1);
        return new BooleanQuery.Builder()
                .add(strong.build(), Occur.MUST)
                .add(weak.build(), Occur.SHOULD)
                .build();
    }

    private static Query anywhere(String term) {
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(new TermQuery(new Term(Fields.NAME, term)), NAME),
                        new BoostQuery(new TermQuery(new Term(Fields.ALIAS, term)), ALIAS),
                        new BoostQuery(new TermQuery(new Term(Fields.PLACE, term)), PLACE)),
                TIE);
    }

    private Optional<Query> bySound(String letters) {
        return Pinyin.cut(letters, knownSyllables).map(syllables -> {
            var query = new BooleanQuery.Builder();
            if (syllables.size() == 1) {
                query.add(
                        constant(new PrefixQuery(new Term(Fields.PINYIN, syllables.getFirst())), SYLLABLES),
                        Occur.MUST);
                return query.build();
            }
            for (int i = 1; i < syllables.size(); i++) {
                var pair = new Term(Fields.PINYIN, syllables.get(i - 1) + " " + syllables.get(i));
                boolean last = i == syllables.size() - 1;
                query.add(constant(last ? new PrefixQuery(pair) : new TermQuery(pair), SYLLABLES), Occur.SHOULD);
            }
            return query.setMinimumNumberShouldMatch(syllables.size() / 2).build();
        });
    }

    private static Query byInitials(String letters) {
        if (letters.length() < Fields.SHORTEST_INITIALS) {
            return new MatchNoDocsQuery("one letter says nothing");
        }
        if (letters.length() <= Fields.LONGEST_INITIALS) {
            return constant(new TermQuery(new Term(Fields.INITIALS, letters)), INITIALS);
        }
        var runs = new BooleanQuery.Builder();
        for (int end = Fields.LONGEST_INITIALS; end <= letters.length(); end++) {
            runs.add(
                    new TermQuery(new Term(Fields.INITIALS, letters.substring(end - Fields.LONGEST_INITIALS, end))),
                    Occur.MUST);
        }
        return constant(runs.build(), INITIALS);
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private record Token(String text, boolean pair) {}

    /** The distinct tokens of a text; words in letters or digits count like pairs of characters. */
    private List<Token> tokens(String text) {
        var tokens = new LinkedHashSet<Token>();
        try (var stream = analyzer.tokenStream(Fields.NAME, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), !CJKBigramFilter.SINGLE_TYPE.equals(type.type())));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(tokens);
    }
}
