package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.content.CatalogWriter;
import cn.yiwang.catalog.transfer.content.JsonCatalogWriter;
import cn.yiwang.catalog.transfer.content.TableCatalogWriter;
import cn.yiwang.catalog.transfer.table.CsvTableWriter;
import cn.yiwang.catalog.transfer.table.ExcelTableWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;

/** The formats in which a catalog is given out. */
enum ExportFormat {
    CSV("zip", "application/zip"),
    XLSX("xlsx", ExportFormat.EXCEL_TYPE),
    JSON("json", MediaType.APPLICATION_JSON_VALUE);

    static final String EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    String extension() {
        return extension;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    CatalogWriter writer(OutputStream target) throws IOException {
        return switch (this) {
            case CSV -> new TableCatalogWriter(new CsvTableWriter(target));
            case XLSX -> new TableCatalogWriter(new ExcelTableWriter(target));
            case JSON -> new JsonCatalogWriter(target);
        };
    }
}
