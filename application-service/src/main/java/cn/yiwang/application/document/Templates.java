package cn.yiwang.application.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The templates of {@code documents/templates}, one file for each stage; a heading reads {@code === KIND version first-day}. */
@Component
class Templates {

    private static final String HEADING = "=== ";

    private final List<Template> all = new ArrayList<>();

    Templates() {
        for (Stage stage : Stage.values()) {
            read("/documents/templates/" + stage.name().toLowerCase(Locale.ROOT) + ".txt");
        }
    }

    /** The words for a document of that day. */
    Template inForce(String kind, LocalDate day) {
        return all.stream()
                .filter(template ->
                        template.kind().equals(kind) && !template.from().isAfter(day))
                .max(Comparator.comparing(Template::from).thenComparingInt(Template::version))
                .orElseThrow(() -> new IllegalStateException("No template for " + kind + " on " + day));
    }

    /** The words that a document was made with. */
    Template of(String kind, int version) {
        return all.stream()
                .filter(template -> template.kind().equals(kind) && template.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No template " + version + " for " + kind));
    }

    List<Template> all() {
        return List.copyOf(all);
    }

    private void read(String file) {
        List<String> lines = new ArrayList<>();
        String[] heading = {};
        for (String line : text(file).lines().toList()) {
            if (line.startsWith(HEADING)) {
                add(heading, lines);
                heading = line.substring(HEADING.length()).split(" ", -1);
                lines.clear();
            } else if (!line.isBlank()) {
                lines.add(line);
            }
        }
        add(heading, lines);
    }

    private void add(String[] heading, List<String> lines) {
        if (heading.length > 0) {
            all.add(new Template(heading[0], Integer.parseInt(heading[1]), LocalDate.parse(heading[2]), lines));
        }
    }

    private static String text(String file) {
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
