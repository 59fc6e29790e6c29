package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.word.Pinyin;
import cn.yiwang.catalog.search.word.Typed.Piece;
import cn.yiwang.catalog.search.word.Typed.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Looks for pairs of neighbouring characters or syllables: as they are written, as they sound, and as they nearly sound. */
final class PieceQueries {

    private static final float NAME = 2f;
    private static final float ALIAS = 1.6f;
    private static final float PLACE = 0.4f;
    private static final float SINGLE = 0.15f;
    /** Of letters, sound is all there is; of characters, it only forgives the wrong one. */
    private static final float SOUND = 1.7f;

    private static final float SOUND_OF_CHARACTERS = 0.9f;
    private static final float BLUR = 0.6f;
    private static final float SLIP = 0.7f;
    private static final float UNFINISHED = 3f;
    private static final float TIE = 0.1f;
    private static final int MOST_MEANINGS = 8;

    /** The longer the text, the less a single piece of it has to be guessed at. */
    private static final int MEANINGS_OF_A_TEXT = 96;

    private PieceQueries() {}

    static Query of(List<Run> runs, boolean lenient) {
        var strong = new LinkedHashMap<Object, Query>();
        var weak = new LinkedHashMap<Object, Query>();
        int singles = runs.stream().mapToInt(run -> run.pieces().size()).sum();
        int meanings = Math.clamp(MEANINGS_OF_A_TEXT / Math.max(1, singles), 1, MOST_MEANINGS);
        for (var run : runs) {
            var pieces = run.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                var piece = pieces.get(i);
                // A word of digits or a character that stands alone is all there is of it.
                boolean alone =
                        pieces.size() == 1 && (singles == 1 || piece.sounds().isEmpty());
                (alone || lenient ? strong : weak).put(piece, single(piece, meanings));
                if (i > 0) {
                    var pair = List.of(pieces.get(i - 1), piece);
                    strong.put(pair, pair(pieces.get(i - 1), piece, meanings));
                }
            }
        }
        if (strong.isEmpty()) {
            return new MatchNoDocsQuery("no word");
        }
        var query = new BooleanQuery.Builder().add(atLeast(Math.max(1, (strong.size() + 1) / 3), strong), Occur.MUST);
        weak.values().forEach(single -> query.add(new BoostQuery(single, SINGLE), Occur.SHOULD));
        return query.build();
    }

    private static Query atLeast(int number, Map<Object, Query> queries) {
        var any = new BooleanQuery.Builder();
        queries.values().forEach(query -> any.add(query, Occur.SHOULD));
        return any.setMinimumNumberShouldMatch(number).build();
    }

    private static Query single(Piece piece, int meanings) {
        if (!piece.text().isEmpty()) {
            return written(piece.text());
        }
        var ways = new ArrayList<Query>();
        piece.sounds().stream().limit(meanings).forEach(sound -> {
            ways.add(term(Fields.PINYIN, sound, SOUND * (ways.isEmpty() ? 1 : SLIP)));
        });
        if (piece.unfinished()) {
            ways.add(prefix(piece.sounds().getFirst()));
        }
        return new DisjunctionMaxQuery(ways, TIE);
    }

    private static Query pair(Piece first, Piece second, int meanings) {
        boolean isWritten = !first.text().isEmpty() && !second.text().isEmpty();
        var ways = new ArrayList<Query>();
        if (isWritten) {
            ways.add(written(first.text() + second.text()));
        }
        float weight = isWritten ? SOUND_OF_CHARACTERS : SOUND;
        for (var one :
                first.sounds().subList(0, Math.min(meanings, first.sounds().size()))) {
            for (var other : second.sounds()
                    .subList(0, Math.min(meanings, second.sounds().size()))) {
                boolean likeliest = one.equals(first.sounds().getFirst())
                        && other.equals(second.sounds().getFirst());
                ways.add(term(Fields.PINYIN, one + " " + other, likeliest ? weight : weight * SLIP));
                if (likeliest) {
                    ways.add(term(Fields.BLURRED, Pinyin.blurred(one) + " " + Pinyin.blurred(other), weight * BLUR));
                }
            }
        }
        if (second.unfinished() && !first.sounds().isEmpty()) {
            ways.add(prefix(first.sounds().getFirst() + " " + second.sounds().getFirst()));
        }
        return ways.isEmpty() ? new MatchNoDocsQuery("not written, not heard") : new DisjunctionMaxQuery(ways, TIE);
    }

    private static Query written(String term) {
        return new DisjunctionMaxQuery(
                List.of(
                        term(Fields.NAME, term, NAME),
                        term(Fields.ALIAS, term, ALIAS),
                        term(Fields.PLACE, term, PLACE)),
                TIE);
    }

    private static Query term(String field, String text, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, text)), boost);
    }

    private static Query prefix(String beginning) {
        return new BoostQuery(new ConstantScoreQuery(new PrefixQuery(new Term(Fields.PINYIN, beginning))), UNFINISHED);
    }
}
