package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.transfer.table.BoundedInput;
import cn.yiwang.catalog.transfer.table.FileKind;
import cn.yiwang.catalog.transfer.table.TableFiles;
import cn.yiwang.catalog.transfer.table.UnreadableFileException;
import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A catalog as one JSON document, {@code {"items": [{"itemCode": …, "name": …, "guide": {…}}]}}, read item by item. */
final class JsonCatalog {

    static final String ITEMS = "items";
    static final String GUIDE = "guide";
    private static final int MOST_COMPLAINTS = 40;

    /** An item lies in memory as a tree; no guide is so long. */
    private static final long MOST_BYTES_OF_ITEM = 2L << 20;

    private final Findings findings;
    private final IntConsumer rowsRead;
    private final Set<String> seen = new HashSet<>();

    JsonCatalog(Findings findings, IntConsumer rowsRead) {
        this.findings = findings;
        this.rowsRead = rowsRead;
    }

    void read(Path file, FileKind kind, CatalogReader.Sink sink) throws IOException {
        int number = 0;
        try (var stream = new BoundedInput(TableFiles.document(file, kind), MOST_BYTES_OF_ITEM, Reason.ITEM_TOO_LARGE);
                var parser = TransferJson.MAPPER.createParser(stream)) {
            if (!isAtItems(parser)) {
                findings.blocking(Place.ofFile(), "items-missing");
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                number++;
                if (number > CatalogReader.MOST_ITEMS) {
                    findings.blocking(Place.ofFile(), "too-many-items", CatalogReader.MOST_ITEMS);
                    return;
                }
                stream.renew();
                take(number, parser.readValueAsTree(), sink);
                if (number % 100 == 0) {
                    rowsRead.accept(number);
                }
            }
            if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                findings.blocking(Place.ofFile(), "json-after-items");
            }
        } catch (StreamReadException e) {
            findings.blocking(
                    new Place("", number, "", null),
                    "json-unreadable",
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        } catch (JacksonException e) {
            if (e.getCause() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            findings.blocking(new Place("", number, "", null), "json-unreadable", 0);
        }
        rowsRead.accept(number);
    }

    private static boolean isAtItems(JsonParser parser) {
        return parser.nextToken() == JsonToken.START_OBJECT
                && parser.nextToken() == JsonToken.PROPERTY_NAME
                && ITEMS.equals(parser.currentName())
                && parser.nextToken() == JsonToken.START_ARRAY;
    }

    private void take(int number, JsonNode node, CatalogReader.Sink sink) {
        var places = new JsonPlaces(number);
        if (!(node instanceof ObjectNode item)) {
            findings.blocking(places.at(""), "object-expected");
            return;
        }
        var values = headValues(item, places);
        if (!(item.get(GUIDE) instanceof ObjectNode guide)) {
            findings.blocking(places.at("/" + GUIDE), "object-expected");
            return;
        }
        var head = ItemHead.of(values, places::ofHead, findings);
        if (head == null) {
            return;
        }
        if (!seen.add(head.code().value())) {
            findings.blocking(
                    places.ofHead(ItemHead.CODE), "item-twice", head.code().value());
            return;
        }
        sink.item(new ProposedItem(head, guide, Set.copyOf(guide.propertyNames()), places));
    }

    private Map<String, String> headValues(ObjectNode item, JsonPlaces places) {
        var values = new HashMap<String, String>();
        int complaints = 0;
        for (var property : item.properties()) {
            var name = property.getKey();
            var value = property.getValue();
            if (name.equals(GUIDE) || (value.isNull() && ItemHead.COLUMNS.contains(name))) {
                continue;
            }
            if (complaints++ < MOST_COMPLAINTS && !ItemHead.COLUMNS.contains(name)) {
                findings.blocking(places.at("/" + CellReader.shown(name)), "column-unknown", CellReader.shown(name));
            } else if (!value.isString()) {
                findings.blocking(places.at("/" + name), "text-expected");
            } else {
                values.put(name, value.stringValue());
            }
        }
        return values;
    }

    /** Places are JSON pointers within the item. */
    private record JsonPlaces(int number) implements ProposedItem.Places {

        Place at(String pointer) {
            return new Place(ITEMS, number, pointer, null);
        }

        @Override
        public Place ofHead(String column) {
            return at("/" + column);
        }

        @Override
        public Place of(List<Object> path) {
            return at("/" + GUIDE
                    + path.stream()
                            .map(part -> "/" + CellReader.shown(part.toString()))
                            .collect(Collectors.joining()));
        }
    }
}
