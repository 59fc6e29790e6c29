package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.guide.Guide;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** One JSON document. */
public final class JsonCatalogWriter implements CatalogWriter {

    private final JsonGenerator json;

    public JsonCatalogWriter(OutputStream target) {
        json = TransferJson.MAPPER.createGenerator(target);
        json.writeStartObject();
        json.writeArrayPropertyStart(JsonCatalog.ITEMS);
    }

    @Override
    public void item(ItemHead head, Guide guide) {
        var item = TransferJson.MAPPER.createObjectNode();
        head.values().forEach(item::put);
        item.set(JsonCatalog.GUIDE, TransferJson.MAPPER.valueToTree(guide));
        json.writePOJO(item);
    }

    @Override
    public void finish() {
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    @Override
    public void close() {
        json.close();
    }
}
