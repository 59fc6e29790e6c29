package cn.yiwang.catalog.difference;

import cn.yiwang.catalog.difference.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two guides member by member. Elements of a list are matched by what names them (a code, an order, a title), never by their
 * place, so that a material in front of the others is one addition and not a change of all.
 */
public final class Differences {

    private final JsonNode earlier;
    private final JsonNode later;
    private final List<Difference> found = new ArrayList<>();

    private Differences(JsonNode earlier, JsonNode later) {
        this.earlier = earlier;
        this.later = later;
    }

    /** Everything that is different, in the order of the later version; what is absent and what is null are the same. */
    public static List<Difference> between(JsonNode earlier, JsonNode later) {
        var differences = new Differences(earlier, later);
        differences.compare("", "", earlier, later);
        return List.copyOf(differences.found);
    }

    private void compare(String before, String after, JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject() && other.isObject()) {
            compareMembers(before, after, one, other);
        } else if (one.isArray() && other.isArray()) {
            compareElements(before, after, one, other);
        } else {
            add(Kind.CHANGED, after, one, other);
        }
    }

    private void compareMembers(String before, String after, JsonNode one, JsonNode other) {
        var names = new LinkedHashSet<>(other.propertyNames());
        names.addAll(one.propertyNames());
        for (var name : names) {
            var member = "/" + name.replace("~", "~0").replace("/", "~1");
            compareOptional(before + member, after + member, present(one.get(name)), present(other.get(name)));
        }
    }

    private void compareOptional(String before, String after, Optional<JsonNode> one, Optional<JsonNode> other) {
        if (one.isPresent() && other.isPresent()) {
            compare(before, after, one.get(), other.get());
        } else {
            other.ifPresent(added -> add(Kind.ADDED, after, null, added));
            one.ifPresent(removed -> add(Kind.REMOVED, before, removed, null));
        }
    }

    private void compareElements(String before, String after, JsonNode one, JsonNode other) {
        var names = ElementName.fitting(one, other);
        var matched = new LinkedHashSet<Integer>();
        for (int i = 0; i < other.size(); i++) {
            var place = after + "/" + i;
            var partner = partner(one, names.of(other.get(i)), names, matched);
            if (partner < 0) {
                add(Kind.ADDED, place, null, other.get(i));
            } else {
                matched.add(partner);
                compare(before + "/" + partner, place, one.get(partner), other.get(i));
            }
        }
        for (int i = 0; i < one.size(); i++) {
            if (!matched.contains(i)) {
                add(Kind.REMOVED, before + "/" + i, one.get(i), null);
            }
        }
    }

    private static int partner(JsonNode elements, JsonNode name, ElementName names, Set<Integer> taken) {
        for (int i = 0; i < elements.size(); i++) {
            if (!taken.contains(i) && names.of(elements.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void add(Kind kind, String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        var label = FieldLabels.of(pointer, kind == Kind.REMOVED ? earlier : later);
        found.add(new Difference(pointer, kind, label, before, after));
    }

    private static Optional<JsonNode> present(@Nullable JsonNode node) {
        return Optional.ofNullable(node).filter(found -> !found.isNull());
    }
}
