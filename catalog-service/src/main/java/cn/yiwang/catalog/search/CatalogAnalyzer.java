package cn.yiwang.catalog.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Cuts Chinese text, spelt as {@link cn.yiwang.catalog.search.word.SearchText} spells it, into pairs of neighbouring characters and
 * single ones; no dictionary decides what a word is.
 */
final class CatalogAnalyzer extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokens = new StandardTokenizer();
        TokenStream pairs = new CJKBigramFilter(tokens, CJKBigramFilter.HAN, true);
        return new TokenStreamComponents(tokens, pairs);
    }
}
