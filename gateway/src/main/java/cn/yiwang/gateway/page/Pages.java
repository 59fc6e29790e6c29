package cn.yiwang.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Everything that the gateway itself shows, by its exact path and in memory. A path is looked up, never turned into the
 * name of a file, so there is nothing to walk out of.
 */
@Component
public class Pages {

    private static final String NOTHING_LOADED =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String OWN_STYLE =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    /** Swagger UI styles its widgets inline and draws its icons from data addresses. */
    private static final String SWAGGER_UI =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType SCHEMA = new MediaType("application", "schema+json");
    private static final MediaType YAML = new MediaType("application", "yaml");
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private static final String SWAGGER_FILES = "META-INF/resources/webjars/swagger-ui/*/";
    private static final String CONTRACTS = "contracts/";
    private static final String PROBLEMS = "problem-pages/";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final Map<String, Page> pages = new HashMap<>();

    Pages() {
        try {
            addOwn();
            addSwaggerUi();
            addProblems();
            addContracts();
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's own pages cannot be read", e);
        }
    }

    /** Whether there is a page at exactly this path. */
    public boolean contains(String path) {
        return pages.containsKey(path);
    }

    @Nullable Page find(String path) {
        return pages.get(path);
    }

    private void addOwn() throws IOException {
        add("/", only("pages/index.html"), HTML, OWN_STYLE);
        add("/style.css", only("pages/style.css"), CSS, NOTHING_LOADED);
        byte[] docs = only("pages/docs.html");
        add("/docs", docs, HTML, SWAGGER_UI);
        add("/docs/", docs, HTML, SWAGGER_UI);
        add("/docs/docs.js", only("pages/docs.js"), SCRIPT, NOTHING_LOADED);
    }

    private void addSwaggerUi() throws IOException {
        add("/docs/swagger-ui.css", only(SWAGGER_FILES + "swagger-ui.css"), CSS, NOTHING_LOADED);
        add("/docs/swagger-ui-bundle.js", only(SWAGGER_FILES + "swagger-ui-bundle.js"), SCRIPT, NOTHING_LOADED);
        add(
                "/docs/swagger-ui-standalone-preset.js",
                only(SWAGGER_FILES + "swagger-ui-standalone-preset.js"),
                SCRIPT,
                NOTHING_LOADED);
    }

    private void addProblems() throws IOException {
        List<String> slugs = new ArrayList<>();
        for (Resource resource : resources.getResources("classpath*:" + PROBLEMS + "*.md")) {
            String name = String.valueOf(resource.getFilename());
            String slug = name.substring(0, name.length() - ".md".length());
            slugs.add(slug);
            String markdown = new String(read(resource), StandardCharsets.UTF_8);
            byte[] html = MarkdownPage.html(markdown, slug).getBytes(StandardCharsets.UTF_8);
            add("/problems/" + slug, html, HTML, OWN_STYLE);
        }
        slugs.sort(Comparator.naturalOrder());
        StringBuilder list = new StringBuilder("# 问题类型 Problem types\n\n");
        slugs.forEach(slug ->
                list.append("- [").append(slug).append("](").append(slug).append(".md)\n"));
        byte[] index = MarkdownPage.html(list.toString(), "problems").getBytes(StandardCharsets.UTF_8);
        add("/problems/", index, HTML, OWN_STYLE);
        add("/problems", index, HTML, OWN_STYLE);
    }

    private void addContracts() throws IOException {
        for (Resource resource : resources.getResources("classpath*:" + CONTRACTS + "**/*.*")) {
            String address = resource.getURL().toString();
            String path = "/" + address.substring(address.lastIndexOf(CONTRACTS));
            add(path, read(resource), contractType(path), NOTHING_LOADED);
        }
    }

    private static MediaType contractType(String path) {
        if (path.endsWith(".schema.json")) {
            return SCHEMA;
        }
        if (path.endsWith(".json")) {
            return MediaType.APPLICATION_JSON;
        }
        return path.endsWith(".yaml") ? YAML : TEXT;
    }

    private void add(String path, byte[] content, MediaType type, String policy) {
        pages.put(path, new Page(content, type, policy));
    }

    private byte[] only(String pattern) throws IOException {
        Resource[] found = resources.getResources("classpath*:" + pattern);
        if (found.length != 1) {
            throw new IOException(pattern + " should be there once and is " + Arrays.toString(found));
        }
        return read(found[0]);
    }

    private static byte[] read(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
