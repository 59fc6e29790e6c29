package cn.yiwang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The arrows between modules, read from the build files, are those of the picture in the README: no service compiles against another. */
class ModuleArrowsTest {

    private static final List<String> SERVICES = List.of(
            "catalog-service",
            "application-service",
            "certificate-service",
            "complaint-service",
            "data-exchange-service");

    @Test
    void services_compile_against_the_platform_modules_alone() throws Exception {
        for (var service : SERVICES) {
            var arrows = arrows(service);
            assertThat(arrows.keySet()).as(service).isSubsetOf("starter", "standards", "pdf", "test-support");
            assertThat(arrows.get("test-support")).as(service).isEqualTo("test");
        }
        assertThat(arrows("platform/starter").entrySet().stream()
                        .filter(arrow -> !arrow.getValue().equals("test"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("standards", "issuers");
        assertThat(arrows("platform/standards")).isEmpty();
        assertThat(arrows("platform/pdf")).isEmpty();
        assertThat(arrows("platform/issuers")).isEmpty();
        assertThat(arrows("platform/discovery-server")).isEmpty();
        assertThat(arrows("gateway").entrySet().stream()
                        .filter(arrow -> !arrow.getValue().equals("test"))
                        .map(Map.Entry::getKey))
                .containsExactly("issuers");
    }

    @Test
    void standards_needs_nothing_at_run_time() throws Exception {
        assertThat(dependencies("platform/standards"))
                .allSatisfy((artifact, scope) -> assertThat(scope).as(artifact).isIn("test", "provided"));
    }

    @Test
    void the_readme_lists_every_module() throws IOException {
        var readme = Files.readString(Checkout.root().resolve("README.md"));
        var unlisted = new TreeSet<String>();
        var modules = elements(Checkout.root().resolve("pom.xml"), "module");
        modules.forEach(module -> {
            if (!readme.contains("`" + module + "`")) {
                unlisted.add(module);
            }
        });
        assertThat(modules).isNotEmpty();
        assertThat(unlisted).isEmpty();
    }

    private static Map<String, String> arrows(String module) throws Exception {
        var ours = new TreeMap<String, String>();
        dependencies(module).forEach((artifact, scope) -> {
            if (artifact.startsWith("cn.yiwang:")) {
                ours.put(artifact.substring("cn.yiwang:".length()), scope);
            }
        });
        return ours;
    }

    private static Map<String, String> dependencies(String module) throws Exception {
        var found = new TreeMap<String, String>();
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Checkout.root().resolve(module).resolve("pom.xml").toFile());
        var nodes = pom.getElementsByTagName("dependency");
        for (int i = 0; i < nodes.getLength(); i++) {
            var dependency = (Element) nodes.item(i);
            found.put(
                    text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
                    dependency.getElementsByTagName("scope").getLength() == 0 ? "compile" : text(dependency, "scope"));
        }
        return found;
    }

    private static List<String> elements(java.nio.file.Path pom, String tag) {
        try {
            var nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getElementsByTagName(tag);
            var texts = new java.util.ArrayList<String>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
            return texts;
        } catch (Exception e) {
            throw new IllegalStateException(pom + " cannot be read", e);
        }
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent().strip();
    }
}
