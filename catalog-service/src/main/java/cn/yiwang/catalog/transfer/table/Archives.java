package cn.yiwang.catalog.transfer.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Opens zip archives of any origin. */
final class Archives {

    private Archives() {}

    /**
     * Opens an archive whose names may be in any encoding: where they are not marked as UTF-8, as on a Chinese Windows, each byte stands
     * for itself. The names that mean something here are ASCII in all of them.
     */
    static ZipFile open(Path file) throws IOException {
        return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
}
