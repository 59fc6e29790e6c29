package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.word.CodeShape;
import cn.yiwang.catalog.search.word.Typed;
import cn.yiwang.catalog.search.word.Typed.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Writes what somebody typed as a query. Every character is taken as text, none as an operator; the number of clauses grows with the length
 * of the text alone, which is bounded.
 */
final class QueryWriter {

    private static final float WHOLE = 12f;
    private static final float BEGINNING = 3f;
    private static final float CODE = 15f;
    private static final float NEARLY_WHOLE = 8f;
    private static final float INITIALS = 4f;
    private static final float PER_INITIAL = 1.2f;
    private static final float INITIALS_BESIDE_WORDS = 0.5f;
    private static final float FIRST_STEP = 1.2f;
    private static final float TIE = 0.1f;
    private static final int SHORTEST_TO_MISTYPE = 5;

    /** How people speak of what comes after the beginning. */
    private static final Pattern LATER_STEP = Pattern.compile("变更|延续|续期|换|补|注销|到期|过期|丢|遗失|搬|迁|改|转让|关|不开|不想|停业|取消");

    private QueryWriter() {}

    /**
     * The query for a text.
     *
     * @param meant what was probably meant instead, null when there is no doubt
     * @param lenient for texts of which no good part is found: takes single characters for words and expects slips of the finger
     */
    static Query write(Typed typed, @Nullable Typed meant, boolean lenient) {
        var asTyped = write(typed, lenient);
        return meant == null ? asTyped : new DisjunctionMaxQuery(List.of(asTyped, write(meant, false)), 0);
    }

    private static Query write(Typed typed, boolean lenient) {
        var compact = typed.compact();
        if (compact.isEmpty()) {
            return new MatchNoDocsQuery("nothing but punctuation");
        }
        var ways = new ArrayList<Query>();
        ways.add(constant(new TermQuery(new Term(Fields.WHOLE, compact)), WHOLE));
        ways.add(constant(new PrefixQuery(new Term(Fields.WHOLE, compact)), BEGINNING));
        CodeShape.of(typed.normalised())
                .ifPresent(code -> ways.add(constant(new PrefixQuery(new Term(Fields.CODE, code)), CODE)));
        ways.add(PieceQueries.of(typed.runs(), lenient));
        if (typed.isLatin()) {
            ways.add(byInitials(compact, INITIALS + PER_INITIAL * compact.length()));
            if (lenient && compact.length() >= SHORTEST_TO_MISTYPE) {
                ways.add(constant(new FuzzyQuery(new Term(Fields.WHOLE, compact), 2, 1, 20, true), NEARLY_WHOLE));
            }
        } else {
            mixedInitials(typed.runs()).forEach(ways::add);
        }
        var query = new BooleanQuery.Builder().add(new DisjunctionMaxQuery(ways, TIE), Occur.MUST);
        // Who names a thing without saying what to do with it mostly wants to begin it.
        if (!LATER_STEP.matcher(typed.normalised()).find()) {
            query.add(constant(new TermQuery(new Term(Fields.FIRST_STEP, "1")), FIRST_STEP), Occur.SHOULD);
        }
        return query.build();
    }

    /** Runs of characters with letters among them that may be initials. */
    private static List<Query> mixedInitials(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.initials().length() > run.pieces().size()
                        || run.pieces().stream().anyMatch(piece -> piece.text().isEmpty()))
                .map(run -> byInitials(
                        run.initials(),
                        INITIALS + INITIALS_BESIDE_WORDS * run.initials().length()))
                .toList();
    }

    private static Query byInitials(String letters, float score) {
        if (letters.length() < Fields.SHORTEST_INITIALS) {
            return new MatchNoDocsQuery("one letter says nothing");
        }
        if (letters.length() <= Fields.LONGEST_INITIALS) {
            return constant(new TermQuery(new Term(Fields.INITIALS, letters)), score);
        }
        var runs = new BooleanQuery.Builder();
        for (int end = Fields.LONGEST_INITIALS; end <= letters.length(); end++) {
            runs.add(
                    new TermQuery(new Term(Fields.INITIALS, letters.substring(end - Fields.LONGEST_INITIALS, end))),
                    Occur.MUST);
        }
        return constant(runs.build(), score);
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
