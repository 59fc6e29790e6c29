package cn.yiwang.catalog.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of imports, kept in the database so that every instance can go on where another one stopped. */
@Repository
class ImportFiles {

    private static final int PART = 1 << 19;

    private final JdbcClient jdbc;

    ImportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(long importId, InputStream content) throws IOException {
        int ordinal = 0;
        for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
            jdbc.sql(
                            "INSERT INTO catalog_import_part (import_id, ordinal, content) VALUES (:import, :ordinal, :content)")
                    .param("import", importId)
                    .param("ordinal", ordinal++)
                    .param("content", part)
                    .update();
        }
    }

    /** A file's copy on this instance, gone when closed. */
    record LocalCopy(Path path) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    LocalCopy copy(long importId) {
        try {
            var copy = new LocalCopy(Files.createTempFile("catalog-import", ".file"));
            try (var target = Files.newOutputStream(copy.path())) {
                jdbc.sql("SELECT ordinal FROM catalog_import_part WHERE import_id = :import ORDER BY ordinal")
                        .param("import", importId)
                        .query(Integer.class)
                        .list()
                        .forEach(ordinal -> write(target, part(importId, ordinal)));
                return copy;
            } catch (IOException | RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file; its import remains. */
    void clear(long importId) {
        jdbc.sql("DELETE FROM catalog_import_part WHERE import_id = :import")
                .param("import", importId)
                .update();
    }

    private byte[] part(long importId, int ordinal) {
        return jdbc.sql("SELECT content FROM catalog_import_part WHERE import_id = :import AND ordinal = :ordinal")
                .param("import", importId)
                .param("ordinal", ordinal)
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    private static void write(OutputStream target, byte[] part) {
        try {
            target.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
