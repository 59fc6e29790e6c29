package cn.yiwang.catalog.print;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Writes well-formed HTML in which every text is escaped; there is no way to write markup that comes from outside. */
final class Html {

    private final StringBuilder out = new StringBuilder(16_384);

    Html begin(String tag) {
        return begin(tag, "");
    }

    /** The attributes are ours, never a caller's. */
    Html begin(String tag, String attributes) {
        out.append('<').append(tag);
        if (!attributes.isEmpty()) {
            out.append(' ').append(attributes);
        }
        out.append('>');
        return this;
    }

    Html end(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html element(String tag, String text) {
        return begin(tag).text(text).end(tag);
    }

    /** Line breaks stay. */
    Html text(String text) {
        out.append(escaped(text).replace("\n", "<br/>"));
        return this;
    }

    /** Our own markup. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html section(String title) {
        return element("h2", title);
    }

    Html paragraph(String text) {
        return element("p", text);
    }

    /** Numbered in the text, so that copies keep the numbers; or the one sentence when there is nothing to list. */
    Html list(List<String> lines, String none) {
        if (lines.isEmpty()) {
            return paragraph(none);
        }
        begin("ul");
        for (var i = 0; i < lines.size(); i++) {
            element("li", (i + 1) + ". " + lines.get(i));
        }
        return end("ul");
    }

    /** Two columns: what it is, and what it is here; rows without a value are left out. */
    Html facts(List<Fact> facts) {
        begin("table", "class=\"facts\"").begin("tbody");
        for (var fact : facts) {
            var value = fact.value();
            if (value != null && !value.isBlank()) {
                begin("tr")
                        .begin("th", "scope=\"row\"")
                        .text(fact.name())
                        .end("th")
                        .element("td", value)
                        .end("tr");
            }
        }
        return end("tbody").end("table");
    }

    Html table(List<String> heads, List<List<String>> rows) {
        begin("table").begin("thead").begin("tr");
        heads.forEach(head -> begin("th", "scope=\"col\"").text(head).end("th"));
        end("tr").end("thead").begin("tbody");
        for (var row : rows) {
            begin("tr");
            row.forEach(cell -> element("td", cell));
            end("tr");
        }
        return end("tbody").end("table");
    }

    /** A name and a value. */
    record Fact(String name, @Nullable String value) {}

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
