package cn.yiwang.gateway.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the little Markdown that the problem pages use: headings, paragraphs, lists, code, links to other pages. All
 * text is escaped first, so whatever a file holds, it becomes text and never markup.
 */
final class MarkdownPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    /** Only names of neighbouring pages and complete https addresses are links. */
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]]+)\\]\\((?:([a-z0-9-]+)\\.md|(https://[A-Za-z0-9./_#?=%-]+))\\)");

    private static final Pattern HEADING = Pattern.compile("(#{1,4})\\s+(.+)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.)\\s+(.+)");
    private static final String FENCE = "```";
    private static final String INDENT = "    ";

    private final StringBuilder html = new StringBuilder();
    private String open = "";

    private MarkdownPage() {}

    static String html(String markdown, String title) {
        MarkdownPage page = new MarkdownPage();
        page.body(markdown);
        return """
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · 一网 Yiwang</title>
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <main>
                <p><a href="/">一网 Yiwang</a> · <a href="/problems/">问题类型 Problem types</a></p>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), page.html);
    }

    private void body(String markdown) {
        boolean fenced = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                block(fenced ? "" : "pre");
                fenced = !fenced;
            } else if (fenced) {
                html.append(escape(line)).append('\n');
            } else {
                line(line);
            }
        }
        block("");
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            block("");
        } else if (heading.matches()) {
            block("");
            String tag = "h" + heading.group(1).length();
            html.append('<').append(tag).append('>').append(inline(heading.group(2)));
            html.append("</").append(tag).append(">\n");
        } else if (item.matches()) {
            block("ul");
            html.append("<li>").append(inline(item.group(1))).append("</li>\n");
        } else if (line.startsWith(INDENT)) {
            block("pre");
            html.append(escape(line.substring(INDENT.length()))).append('\n');
        } else {
            block("p");
            html.append(inline(line)).append('\n');
        }
    }

    /** Ends the block that is open unless it is of this kind, and opens one of this kind. */
    private void block(String tag) {
        if (open.equals(tag)) {
            return;
        }
        if (!open.isEmpty()) {
            html.append("</").append(open).append(">\n");
        }
        open = tag;
        if (!tag.isEmpty()) {
            html.append('<').append(tag).append('>');
        }
    }

    private static String inline(String text) {
        String escaped = escape(text);
        escaped = CODE.matcher(escaped).replaceAll("<code>$1</code>");
        escaped = STRONG.matcher(escaped).replaceAll("<strong>$1</strong>");
        return LINK.matcher(escaped)
                .replaceAll(link -> Matcher.quoteReplacement("<a href=\""
                        + (link.group(2) != null ? "/problems/" + link.group(2) : link.group(3))
                        + "\">"
                        + link.group(1)
                        + "</a>"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
