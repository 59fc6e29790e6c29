package cn.yiwang.catalog.transfer.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip archive with one CSV file for each table, in UTF-8 with the mark by which Excel recognises it. */
public final class CsvTableWriter implements TableWriter {

    private final OutputStream target;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private boolean finished;

    public CsvTableWriter(OutputStream target) {
        this.target = target;
    }

    private record Part(Path file, CsvWriter rows) {}

    @Override
    public void declare(String table, List<String> columns) throws IOException {
        var file = Files.createTempFile("catalog-export", ".csv");
        var stream = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        stream.write('\uFEFF');
        var rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(stream);
        parts.put(table, new Part(file, rows));
        rows.writeRecord(columns);
    }

    @Override
    public void row(String table, List<@Nullable String> values) {
        var part = parts.get(table);
        if (part == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        part.rows()
                .writeRecord(values.stream()
                        .map(value -> value == null ? "" : Formulas.neutralised(value))
                        .toList());
    }

    @Override
    public void finish() throws IOException {
        finished = true;
        try (var zip = new ZipOutputStream(target, StandardCharsets.UTF_8)) {
            for (var part : parts.entrySet()) {
                part.getValue().rows().close();
                zip.putNextEntry(new ZipEntry(part.getKey() + ".csv"));
                Files.copy(part.getValue().file(), zip);
                zip.closeEntry();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var part : parts.values()) {
            if (!finished) {
                part.rows().close();
            }
            Files.deleteIfExists(part.file());
        }
    }
}
