package cn.yiwang.standards.division;

import cn.yiwang.standards.DivisionCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code code,name,level,parent,valid_from,valid_to,confirmed,source}; no field holds a comma or a quote. */
final class DivisionsFile {

    private DivisionsFile() {}

    static List<Division> read(String resource) {
        try (InputStream stream = DivisionsFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Resource %s is missing".formatted(resource));
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(DivisionsFile::division)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Division division(String line) {
        String[] fields = line.split(",", -1);
        return new Division(
                new DivisionCode(fields[0]),
                fields[1],
                DivisionLevel.valueOf(fields[2]),
                fields[3].isEmpty() ? null : new DivisionCode(fields[3]),
                date(fields[4]),
                date(fields[5]),
                Boolean.parseBoolean(fields[6]),
                fields[7]);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
