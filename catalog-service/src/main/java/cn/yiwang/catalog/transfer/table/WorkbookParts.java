package cn.yiwang.catalog.transfer.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What the parts of a workbook are, by its own list of them. Sheets and texts are read as streams; whatever else is XML the library takes
 * into memory as a tree, so that it must be small before the library sees it.
 */
final class WorkbookParts extends DefaultHandler {

    private static final long MOST_BYTES = 8L << 20;
    private static final String LIST = "[content_types].xml";
    private static final String RELATIONS = ".rels";

    private static final Set<String> READ_AS_STREAMS =
            Set.of(XSSFRelation.WORKSHEET.getContentType(), XSSFRelation.SHARED_STRINGS.getContentType());

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byExtension = new HashMap<>();

    private WorkbookParts() {}

    /** Refuses a workbook in which something swells that would lie in memory as a whole. */
    static void demandSmall(Path file) throws IOException, SAXException, ParserConfigurationException {
        try (var archive = Archives.open(file)) {
            var parts = new WorkbookParts();
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (nameOf(entry).endsWith(LIST)) {
                    drain(archive.getInputStream(entry));
                    parts.read(archive, entry);
                }
            }
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (parts.becomesATree(nameOf(entry))) {
                    drain(archive.getInputStream(entry));
                }
            }
        }
    }

    private void read(ZipFile archive, ZipEntry list) throws IOException, SAXException, ParserConfigurationException {
        try (var stream = archive.getInputStream(list)) {
            SheetXml.parse(stream, this);
        }
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
        var type = lower(attributes.getValue("ContentType"));
        switch (name) {
            case "Override" -> byName.put(withoutSlash(lower(attributes.getValue("PartName"))), type);
            case "Default" -> byExtension.put(lower(attributes.getValue("Extension")), type);
            default -> {
                // The list itself.
            }
        }
    }

    /** Pictures and the like are not read at all. */
    private boolean becomesATree(String name) {
        var type = byName.getOrDefault(
                name, byExtension.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "unknown/xml"));
        return name.endsWith(RELATIONS) || (type.endsWith("xml") && !READ_AS_STREAMS.contains(type));
    }

    private static void drain(InputStream part) throws IOException {
        try (var bounded = new BoundedInput(part, MOST_BYTES)) {
            bounded.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String nameOf(ZipEntry entry) {
        return withoutSlash(entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT));
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
