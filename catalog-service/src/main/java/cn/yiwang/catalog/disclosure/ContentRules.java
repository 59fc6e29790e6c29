package cn.yiwang.catalog.disclosure;

import cn.yiwang.standards.CreditCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the parts of a document have to do with each other. */
final class ContentRules {

    private ContentRules() {}

    /** A part that is wrong; the rule is the key of the text that says how to mend it. */
    record Objection(String pointer, String rule, List<String> arguments) {}

    /**
     * Everything that is wrong with a content.
     *
     * @param knownItems those of its item codes that the catalog has
     */
    static List<Objection> objectionsTo(DocumentContent content, Set<String> knownItems) {
        var objections = new ArrayList<Objection>();
        part(content, "channel", content.channel(), DocumentKind.SUPERVISION_CHANNEL, objections);
        part(content, "service", content.service(), DocumentKind.INTERMEDIARY_SERVICE, objections);
        part(content, "institution", content.institution(), DocumentKind.INTERMEDIARY_INSTITUTION, objections);
        var channel = content.channel();
        if (channel != null
                && Stream.of(channel.phone(), channel.url(), channel.address()).allMatch(way -> way == null)) {
            objections.add(new Objection("/content/channel", "disclosure-rule.channel-has-a-way-in", List.of()));
        }
        var institution = content.institution();
        if (institution != null && !CreditCode.isValid(institution.creditCode())) {
            objections.add(new Objection(
                    "/content/institution/creditCode",
                    "disclosure-rule.credit-code-is-valid",
                    List.of(institution.creditCode())));
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < content.items().size(); i++) {
            var code = content.items().get(i);
            if (!knownItems.contains(code) || !seen.add(code)) {
                objections.add(
                        new Objection("/content/items/" + i, "disclosure-rule.items-are-known-once", List.of(code)));
            }
        }
        return objections;
    }

    private static void part(
            DocumentContent content,
            String name,
            @Nullable Object part,
            DocumentKind owner,
            List<Objection> objections) {
        if ((part != null) != (content.kind() == owner)) {
            objections.add(new Objection(
                    "/content/" + name, "disclosure-rule.part-belongs-to-its-kind", List.of(name, owner.name())));
        }
    }
}
