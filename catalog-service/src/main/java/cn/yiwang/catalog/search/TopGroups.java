package cn.yiwang.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Keeps the groups that fit best among those that a filter shows; what is near the citizen's own region counts a little more. */
final class TopGroups extends SimpleCollector {

    /** What a group carried out in the own region is worth more than one carried out beyond it. */
    private static final float[] NEARNESS = {1.0f, 0.6f, 0.3f, 0f};

    private static final Comparator<Hit> WORST_FIRST =
            Comparator.comparing(Hit::score).thenComparing(Hit::key, Comparator.reverseOrder());

    private final ShownGroups.View view;
    private final ItemGroup[] groups;
    private final int limit;
    private final PriorityQueue<Hit> best = new PriorityQueue<>(WORST_FIRST);
    private @Nullable NumericDocValues numbers;
    private @Nullable Scorable scorer;

    private record Hit(float score, Shown shown) {

        String key() {
            return shown.group().key();
        }
    }

    private TopGroups(ShownGroups.View view, ItemGroup[] groups, int limit) {
        this.view = view;
        this.groups = groups;
        this.limit = limit;
    }

    /** One thread searches the whole index: a search is shorter than handing parts of it to others. */
    static CollectorManager<TopGroups, TopGroups> manager(ShownGroups.View view, ItemGroup[] groups, int limit) {
        return new CollectorManager<>() {
            @Override
            public TopGroups newCollector() {
                return new TopGroups(view, groups, limit);
            }

            @Override
            public TopGroups reduce(Collection<TopGroups> collectors) {
                return collectors.iterator().next();
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        numbers = DocValues.getNumeric(context.reader(), Fields.NUMBER);
    }

    @Override
    public void setScorer(Scorable newScorer) {
        scorer = newScorer;
    }

    @Override
    public void collect(int document) throws IOException {
        var ofDocument = numbers;
        var scored = scorer;
        if (ofDocument == null || scored == null || !ofDocument.advanceExact(document)) {
            throw new IllegalStateException("a document without a number");
        }
        var shown = view.of(groups[(int) ofDocument.longValue()]);
        if (shown.isEmpty()) {
            return;
        }
        float score = scored.score() + NEARNESS[shown.nearest()];
        var worst = best.size() < limit ? null : best.peek();
        if (worst == null || score >= worst.score()) {
            best.add(new Hit(score, shown));
            if (best.size() > limit) {
                best.poll();
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    List<Shown> from(int position) {
        var sorted = new ArrayList<>(best);
        sorted.sort(WORST_FIRST.reversed());
        return sorted.stream().skip(position).map(Hit::shown).toList();
    }
}
