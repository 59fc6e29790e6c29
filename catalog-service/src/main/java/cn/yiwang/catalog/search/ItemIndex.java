package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.catalog.search.word.Synonyms;
import cn.yiwang.catalog.search.word.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The searchable copy of everything published, in the memory of this instance. A document is a group of items, so that a search is as
 * long as there are different items, however many bodies carry them out.
 */
@Component
class ItemIndex implements AutoCloseable {

    /** Names are short and say one thing: a longer one is hardly less about it. */
    private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.2f);

    static {
        // A hundred characters, written and heard, as they are and as they were meant, are some two thousand clauses.
        // The
        // usual bound of 1024 would refuse the longest of the texts that the service takes.
        IndexSearcher.setMaxClauseCount(4096);
    }

    private final ItemShelf shelf = new ItemShelf();
    private final ShownGroups shown = new ShownGroups();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Words words = Words.with(new Synonyms(List.of()));
    private volatile @Nullable Derived derived;

    ItemIndex() throws IOException {
        writer = new IndexWriter(
                new ByteBuffersDirectory(), new IndexWriterConfig(new CatalogAnalyzer()).setSimilarity(SIMILARITY));
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(SIMILARITY);
                // Queries hardly repeat and documents are few: remembering their results costs more than it saves.
                searcher.setQueryCache(null);
                return searcher;
            }
        });
    }

    /** Which of these items are not in the index as they are now. */
    List<Long> outdated(Map<Long, Long> current) {
        return shelf.outdated(current);
    }

    /** Takes over items, unless it knows a later revision already; findable when the call returns. */
    void update(Collection<PublishedItem> items) {
        update(batches -> batches.accept(items));
    }

    /** Takes over items as they are loaded, batch by batch; findable together when the call returns. */
    synchronized void update(Consumer<Consumer<Collection<PublishedItem>>> loader) {
        var changed = shelf.put(loader);
        words = words.afterChange(changed);
        write(changed);
    }

    /** Finds by other words from now on. */
    synchronized void understand(Synonyms synonyms) {
        words = Words.with(synonyms).afterChange(shelf.open().byKey().values());
        write(shelf.open().byKey().values());
    }

    private void write(Collection<ItemGroup> changed) {
        try {
            for (var group : changed) {
                writer.updateDocument(new Term(Fields.KEY, group.key()), ItemDocument.of(group, words.of(group)));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At most {@code limit} groups that fit the text best, from a position on. */
    Found find(String text, ItemFilter filter, int position, int limit) {
        var known = words;
        var view = view(filter);
        var typed = typed(text, known, false);
        // Letters that are cut into syllables are what was meant; of characters, some may only sound like it.
        var meant = typed.isLatin() ? null : known.meantBy(typed);
        var found = top(QueryWriter.write(typed, meant, false), view, position + limit)
                .from(position);
        if (!found.isEmpty() || position > 0) {
            return new Found(found, true, meant == null ? null : meant.compact());
        }
        var mistyped = typed(text, known, true);
        var probably = known.meantBy(mistyped);
        return new Found(
                top(QueryWriter.write(mistyped, probably, true), view, limit).from(0),
                false,
                probably == null ? null : probably.compact());
    }

    private ShownGroups.View view(ItemFilter filter) {
        return shown.through(filter, shelf.open().byNumber().length);
    }

    private static Typed typed(String text, Words known, boolean slips) {
        return Typed.of(text, known.synonyms(), known.vocabulary().syllables(), slips);
    }

    private TopGroups top(Query query, ShownGroups.View view, int limit) {
        try {
            var searcher = searchers.acquire();
            try {
                return searcher.search(
                        query, TopGroups.manager(view, shelf.open().byNumber(), limit));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At most {@code limit} groups in the order of their codes, after the given key. */
    List<Shown> list(ItemFilter filter, String after, int limit) {
        var view = view(filter);
        return shelf.open().byKey().tailMap(after, false).values().stream()
                .map(view::of)
                .filter(group -> !group.isEmpty())
                .limit(limit)
                .toList();
    }

    /** What a text that is being typed may become. */
    List<String> suggest(String typed, ItemFilter filter, int limit) {
        var view = view(filter);
        return suggestions().of(typed, group -> !view.of(group).isEmpty(), limit);
    }

    /** Suggestions with what they were made of: whoever finds them made of something else makes them anew. */
    private record Derived(Words words, ItemShelf.Open open, Suggestions suggestions) {}

    @SuppressWarnings("ReferenceEquality") // both are replaced, never changed
    private Suggestions suggestions() {
        var presentWords = words;
        var open = shelf.open();
        var known = derived;
        if (known == null || known.words() != presentWords || known.open() != open) {
            known = new Derived(presentWords, open, new Suggestions(open.byKey().values(), presentWords.ofGroups()));
            derived = known;
        }
        return known.suggestions();
    }

    /** Where a name says what was searched for. */
    List<Highlight> highlights(String text, String name) {
        var known = words;
        var typed = typed(text, known, false);
        // Letters say what was meant only once they are characters: by those the synonyms are known.
        var meant = typed.isLatin() ? known.meantBy(typed) : null;
        return Highlight.in(name, meant == null ? typed : meant, known.synonyms());
    }

    int size() {
        return shelf.size();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
