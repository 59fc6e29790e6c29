package cn.yiwang.catalog.search.synonym;

import cn.yiwang.catalog.search.word.Synonym;
import java.util.List;

/** The synonyms as the editors keep them now, for whoever searches by them. */
public interface KeptSynonyms {

    /** Grows with every change. */
    long revision();

    List<Synonym> all();
}
