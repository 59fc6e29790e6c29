package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.guide.Guide;
import java.io.Closeable;
import java.io.IOException;

/** Writes items so that reading them gives the same items. */
public interface CatalogWriter extends Closeable {

    void item(ItemHead head, Guide guide) throws IOException;

    /** Makes the document whole. */
    void finish() throws IOException;
}
