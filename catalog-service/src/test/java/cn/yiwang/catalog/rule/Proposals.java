package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.law.Law;
import cn.yiwang.catalog.law.LawBook;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Guides that somebody wants to publish, for the tests of the rules. */
final class Proposals {

    static final String NOTE = "核对过来源";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Proposals() {}

    /** The pharmacy guide, for today, under the laws that the catalog starts with. */
    static ProposedVersion proposed(Guide guide, @Nullable String note) {
        return new ProposedVersion(
                Guides.PHARMACY,
                guide,
                TODAY,
                LocalDate.of(2026, 1, 1),
                TODAY,
                Set.of(Guides.LEAD, Guides.SECOND),
                laws(),
                null,
                note);
    }

    static LawBook laws() {
        try (var stream = new ClassPathResource("seed/laws.json").getInputStream()) {
            return new LawBook(List.of(JSON.readValue(stream, Law[].class)), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties texts(String file) {
        var texts = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource("problems/" + file).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Sets what a JSON pointer names; the last step {@code -} appends to a list. */
    static ObjectNode set(ObjectNode json, String place, String value) {
        var slash = place.lastIndexOf('/');
        var parent = json.at(place.substring(0, slash));
        var name = place.substring(slash + 1);
        var node = JSON.readTree(value.replace('\'', '"'));
        if (parent instanceof ArrayNode list) {
            if (name.equals("-")) {
                list.add(node);
            } else {
                list.set(Integer.parseInt(name), node);
            }
        } else {
            ((ObjectNode) parent).set(name, node);
        }
        return json;
    }
}
