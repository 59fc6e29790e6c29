package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.SAXException;

/**
 * The sheets of an Excel workbook, read as a stream: a sheet never lies in memory as a whole. The strings that cells share do, within a
 * bound of their own.
 */
final class ExcelTables implements TableFile {

    private static final long MOST_BYTES_OF_A_SHEET = 512L << 20;

    static {
        // The library guards itself by how much a part swells, which guides that are much alike do honestly. Here each
        // part is bounded by its bytes before the library sees it, or while it does.
        ZipSecureFile.setMinInflateRatio(0);
        ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_A_SHEET);
        ZipSecureFile.setMaxFileCount(1_000);
    }

    private final OPCPackage workbook;
    private final Map<String, SheetPart> sheets;
    private final SharedTexts texts;
    private final StylesTable styles;

    /** A sheet, opened anew for each reading. */
    private interface SheetPart {
        InputStream open() throws IOException;
    }

    private ExcelTables(OPCPackage workbook, Map<String, SheetPart> sheets, SharedTexts texts, StylesTable styles) {
        this.workbook = workbook;
        this.sheets = sheets;
        this.texts = texts;
        this.styles = styles;
    }

    static ExcelTables open(Path file) {
        try {
            WorkbookParts.demandSmall(file);
            var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ);
            try {
                return of(workbook);
            } catch (IOException
                    | OpenXML4JException
                    | SAXException
                    | ParserConfigurationException
                    | RuntimeException e) {
                workbook.revert();
                throw e;
            }
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static ExcelTables of(OPCPackage workbook)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var reader = new XSSFReader(workbook);
        var texts = SharedTexts.read(reader.getSharedStringsData());
        var sheets = new LinkedHashMap<String, SheetPart>();
        var parts = (SheetIterator) reader.getSheetsData();
        while (parts.hasNext()) {
            parts.next().close();
            var part = parts.getSheetPart();
            sheets.put(parts.getSheetName().strip(), part::getInputStream);
        }
        return new ExcelTables(workbook, sheets, texts, reader.getStylesTable());
    }

    @Override
    public Set<String> tables() {
        return sheets.keySet();
    }

    @Override
    public void read(String table, RowSink sink) {
        var sheet = sheets.get(table);
        if (sheet == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        try (var stream = new MarkupInput(sheet.open(), MOST_BYTES_OF_A_SHEET)) {
            SheetXml.parse(stream, new SheetHandler(texts, styles, sink));
        } catch (SheetHandler.EnoughException e) {
            // The sink has seen enough.
        } catch (UnreadableFileException e) {
            throw e;
        } catch (Exception e) {
            throw unreadable(e);
        }
    }

    /** What the library calls by many names comes down to three. */
    private static UnreadableFileException unreadable(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFileException known) {
                return known;
            }
            var message = String.valueOf(cause.getMessage());
            if (message.contains("Zip bomb") || message.contains("exceed the max")) {
                return new UnreadableFileException(Reason.FILE_EXPANDS_TOO_MUCH, failure, MOST_BYTES_OF_A_SHEET >> 20);
            }
            if (message.contains("DOCTYPE")) {
                return new UnreadableFileException(Reason.EXTERNAL_ENTITIES, failure);
            }
        }
        if (failure instanceof RuntimeException ours && !isOfTheFile(ours)) {
            throw ours;
        }
        return new UnreadableFileException(Reason.FILE_DAMAGED, failure);
    }

    /** What the library throws at a damaged file; anything else is a fault of ours and stays one. */
    private static boolean isOfTheFile(RuntimeException failure) {
        return failure instanceof POIXMLException
                || failure instanceof OpenXML4JRuntimeException
                || failure instanceof RecordFormatException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof IndexOutOfBoundsException;
    }

    @Override
    public void close() {
        workbook.revert();
    }
}
