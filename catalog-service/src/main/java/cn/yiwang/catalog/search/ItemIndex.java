package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.standards.DivisionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The searchable copy of everything published, in the memory of this instance. */
@Component
class ItemIndex implements AutoCloseable {

    /** Names are short and say one thing: a longer one is hardly less about it. */
    private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.2f);

    private static final Sort BY_RELEVANCE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.SORT_KEY, SortField.Type.STRING));
    private static final Sort BY_KEY = new Sort(new SortField(Fields.SORT_KEY, SortField.Type.STRING));

    private final Map<String, ItemGroup> groups = new ConcurrentHashMap<>();
    private final Map<Long, Long> revisions = new ConcurrentHashMap<>();
    private final Set<String> knownSyllables = ConcurrentHashMap.newKeySet();
    private final Synonyms synonyms = Synonyms.bundled();
    private final ItemDocument documents = new ItemDocument(synonyms, knownSyllables);
    private final CatalogAnalyzer analyzer = new CatalogAnalyzer();
    private final QueryWriter queries = new QueryWriter(analyzer, synonyms, knownSyllables);
    private final IndexWriter writer;
    private final SearcherManager searchers;

    ItemIndex() throws IOException {
        writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY));
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(SIMILARITY);
                return searcher;
            }
        });
    }

    /** Which of these items are not in the index as they are now. */
    List<Long> outdated(Map<Long, Long> current) {
        return current.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(revisions.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes over items, unless it knows a later revision already; findable when the call returns. */
    synchronized void update(Collection<PublishedItem> items) {
        var changed = new TreeSet<String>();
        for (var item : items) {
            if (revisions.getOrDefault(item.id(), 0L) > item.revision()) {
                continue;
            }
            revisions.put(item.id(), item.revision());
            groups.merge(ItemGroup.keyOf(item), ItemGroup.of(item), (group, single) -> group.with(item));
            changed.add(ItemGroup.keyOf(item));
        }
        try {
            for (var key : changed) {
                var group = groups.get(key);
                if (group != null) {
                    writer.updateDocument(new Term(Fields.KEY, key), documents.of(group));
                }
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At most {@code limit} groups that fit the text best, from a position on. */
    List<ItemGroup> find(String text, ItemFilter filter, int position, int limit) {
        var found = top(filtered(queries.write(text, false), filter), BY_RELEVANCE, position + limit);
        if (found.isEmpty()) {
            found = top(filtered(queries.write(text, true), filter), BY_RELEVANCE, position + limit);
        }
        return found.subList(Math.min(position, found.size()), found.size());
    }

    /** At most {@code limit} groups in the order of their codes, after the given key. */
    List<ItemGroup> list(ItemFilter filter, String after, int limit) {
        var later = new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(TermRangeQuery.newStringRange(Fields.KEY, after, null, false, false), Occur.FILTER)
                .build();
        return top(filtered(later, filter), BY_KEY, limit);
    }

    int size() {
        return revisions.size();
    }

    private static Query filtered(Query query, ItemFilter filter) {
        var all = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        LongPoint.newRangeQuery(
                                Fields.SINCE, Long.MIN_VALUE, filter.day().toEpochDay()),
                        Occur.FILTER);
        if (filter.type() != null) {
            all.add(new TermQuery(new Term(Fields.TYPE, filter.type().code())), Occur.FILTER);
        }
        if (filter.division() != null) {
            all.add(servedBy(filter.division()), Occur.FILTER);
        }
        return all.build();
    }

    /** What is carried out in a region, above it (a county's people go to the city too) or inside it. */
    private static Query servedBy(DivisionCode region) {
        var served = new BooleanQuery.Builder()
                .add(new PrefixQuery(new Term(Fields.DIVISION, ItemFilter.prefix(region))), Occur.SHOULD);
        region.parent().ifPresent(parent -> {
            served.add(new TermQuery(new Term(Fields.DIVISION, parent.value())), Occur.SHOULD);
            parent.parent()
                    .ifPresent(province ->
                            served.add(new TermQuery(new Term(Fields.DIVISION, province.value())), Occur.SHOULD));
        });
        return served.build();
    }

    private List<ItemGroup> top(Query query, Sort sort, int limit) {
        try {
            var searcher = searchers.acquire();
            try {
                var hits = searcher.search(query, limit, sort).scoreDocs;
                var stored = searcher.storedFields();
                var found = new ArrayList<ItemGroup>(hits.length);
                for (var hit : hits) {
                    var group = groups.get(stored.document(hit.doc).get(Fields.KEY));
                    if (group != null) {
                        found.add(group);
                    }
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
