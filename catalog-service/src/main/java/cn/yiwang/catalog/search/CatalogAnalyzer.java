package cn.yiwang.catalog.search;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Cuts Chinese text into pairs of neighbouring characters and single ones; no dictionary decides what a word is. */
final class CatalogAnalyzer extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokens = new StandardTokenizer();
        TokenStream width = new CJKWidthFilter(tokens);
        TokenStream simplified = new ICUTransformFilter(width, Transliterator.getInstance("Traditional-Simplified"));
        TokenStream lower = new LowerCaseFilter(simplified);
        return new TokenStreamComponents(tokens, new CJKBigramFilter(lower, CJKBigramFilter.HAN, true));
    }
}
