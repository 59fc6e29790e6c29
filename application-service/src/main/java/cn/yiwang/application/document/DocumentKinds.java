package cn.yiwang.application.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of {@code documents/kinds.json}, in the order of the procedure. */
@Component
public class DocumentKinds {

    private static final String FILE = "/documents/kinds.json";

    private final Map<String, DocumentKind> byCode = new LinkedHashMap<>();

    DocumentKinds() {
        read().forEach(kind -> {
            if (byCode.put(kind.code(), kind) != null) {
                throw new IllegalStateException(FILE + " describes " + kind.code() + " twice");
            }
        });
    }

    public Collection<DocumentKind> all() {
        return byCode.values();
    }

    public Optional<DocumentKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The kind of a stored document. */
    public DocumentKind get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("No kind of document is called " + code));
    }

    /** What a step makes: the kinds for this business where there are any, else those for every business. */
    List<DocumentKind> madeBy(String event, @Nullable String business) {
        List<DocumentKind> special = of(event, business);
        return business == null || special.isEmpty() ? of(event, null) : special;
    }

    private List<DocumentKind> of(String event, @Nullable String business) {
        return byCode.values().stream()
                .filter(kind -> event.equals(kind.event())
                        && (business == null ? kind.business() == null : business.equals(kind.business())))
                .toList();
    }

    private static List<DocumentKind> read() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = DocumentKinds.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
