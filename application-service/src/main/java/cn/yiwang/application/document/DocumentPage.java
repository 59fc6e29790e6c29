package cn.yiwang.application.document;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Lays a document out as well-formed HTML for the printer; every text that comes from outside is escaped. */
final class DocumentPage {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String STYLE = """
            @page { size: A4; margin: 30mm 26mm 26mm 28mm; @bottom-center { content: counter(page) " / " counter(pages);
              font-family: 'WenQuanYi Micro Hei'; font-size: 9pt; } }
            body { font-family: 'WenQuanYi Micro Hei', sans-serif; font-size: 12pt; line-height: 1.9; color: #000; }
            .body { text-align: center; font-size: 15pt; letter-spacing: 2pt; color: #b3121d; }
            h1 { text-align: center; font-size: 20pt; font-weight: normal; letter-spacing: 3pt; margin: 4pt 0; }
            .number { text-align: right; border-bottom: 1pt solid #b3121d; padding-bottom: 4pt; margin: 0 0 14pt 0; }
            p { margin: 3pt 0; text-indent: 24pt; word-wrap: break-word; }
            p.flat { text-indent: 0; }
            ol { list-style-type: none; margin: 2pt 0; padding: 0 0 0 24pt; }
            table { width: 100%; border-collapse: collapse; margin: 4pt 0; -fs-table-paginate: paginate; }
            th, td { border: 0.6pt solid #444; padding: 4pt 6pt; text-align: left; vertical-align: top; word-wrap: break-word; }
            th { width: 28%; font-weight: normal; }
            tr { page-break-inside: avoid; }
            .end { page-break-inside: avoid; margin-top: 26pt; }
            .end p { text-align: right; text-indent: 0; margin-right: 12pt; }
            .seal { float: right; width: 34mm; height: 26mm; border: 1.6pt solid #c8161d; border-radius: 18mm; color: #c8161d;
              text-align: center; font-size: 8.5pt; line-height: 1.5; padding: 8mm 2mm 0 2mm; margin: 2mm 0 0 0; }
            .note { clear: both; margin-top: 10pt; border-top: 0.6pt solid #999; font-size: 8.5pt; color: #444; line-height: 1.5; }
            .note p { text-indent: 0; }
            """;

    private DocumentPage() {}

    /** The page of a document with these words and values. */
    static String html(Document document, Template template, Map<String, List<String>> facts) {
        StringBuilder out = new StringBuilder(8_192)
                .append("<!DOCTYPE html><html lang=\"zh-CN\"><head><title>")
                .append(escaped(document.kind().title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        out.append("<p class=\"body\" style=\"text-indent:0\">")
                .append(escaped(document.bodyName()))
                .append("</p><h1>")
                .append(escaped(document.kind().title()))
                .append("</h1><p class=\"number\">")
                .append(document.number() == null ? "&#160;" : escaped(document.number()))
                .append("</p>");
        body(out, template.lines(), facts);
        end(out, document);
        return out.append("</body></html>").toString();
    }

    private static void body(StringBuilder out, List<String> lines, Map<String, List<String>> facts) {
        boolean inTable = false;
        for (String raw : lines) {
            boolean optional = raw.startsWith("?");
            String line = optional ? raw.substring(1) : raw;
            if (optional && isSilent(line, facts)) {
                continue;
            }
            boolean row = line.startsWith("|");
            if (row != inTable) {
                out.append(row ? "<table><tbody>" : "</tbody></table>");
                inTable = row;
            }
            line(out, line, facts);
        }
        if (inTable) {
            out.append("</tbody></table>");
        }
    }

    private static void line(StringBuilder out, String line, Map<String, List<String>> facts) {
        switch (line.charAt(0)) {
            case '|' -> {
                String[] cells = line.substring(1).split("\\|", 2);
                out.append("<tr><th>").append(filled(cells[0].strip(), facts)).append("</th><td>");
                out.append(filled(cells[1].strip(), facts)).append("</td></tr>");
            }
            case '*' -> list(out, line.substring(1).strip(), facts);
            case '>' ->
                out.append("<p class=\"flat\">")
                        .append(filled(line.substring(1).strip(), facts))
                        .append("</p>");
            default -> paragraphs(out, line, facts);
        }
    }

    /** A value of several lines becomes several paragraphs. */
    private static void paragraphs(StringBuilder out, String line, Map<String, List<String>> facts) {
        for (String part : filled(line, facts).split("<br/>", -1)) {
            out.append("<p>").append(part).append("</p>");
        }
    }

    private static void list(StringBuilder out, String place, Map<String, List<String>> facts) {
        List<String> entries = facts.getOrDefault(place.substring(1, place.length() - 1), List.of());
        if (entries.isEmpty()) {
            return;
        }
        out.append("<ol>");
        for (int i = 0; i < entries.size(); i++) {
            out.append("<li>")
                    .append(i + 1)
                    .append("．")
                    .append(escaped(entries.get(i)))
                    .append("</li>");
        }
        out.append("</ol>");
    }

    private static void end(StringBuilder out, Document document) {
        out.append("<div class=\"end\">");
        if (document.kind().seal() != Seal.NONE) {
            out.append("<div class=\"seal\">")
                    .append(escaped(document.bodyName()))
                    .append("<br/>")
                    .append(document.kind().seal() == Seal.LICENSING ? escaped(Seal.LICENSING.label()) : "（印章）")
                    .append("</div>");
        }
        out.append("<p>")
                .append(escaped(document.bodyName()))
                .append("</p><p>")
                .append(escaped(Facts.written(document.datedOn())))
                .append("</p></div><div class=\"note\"><p>依据：")
                .append(escaped(document.kind().basis()))
                .append("</p><p>文书标识：")
                .append(document.id());
        if (document.kind().seal() != Seal.NONE) {
            out.append("。本文书带有电子签章，电子印章与实物印章具有同等法律效力（国务院令第716号第九条）。");
        }
        out.append("</p></div>");
    }

    private static boolean isSilent(String line, Map<String, List<String>> facts) {
        return PLACE.matcher(line).results().anyMatch(place -> value(place.group(1), facts) == null);
    }

    private static String filled(String line, Map<String, List<String>> facts) {
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(line);
        int from = 0;
        while (place.find()) {
            String value = value(place.group(1), facts);
            out.append(escaped(line.substring(from, place.start()))).append(value == null ? "" : escaped(value));
            from = place.end();
        }
        return out.append(escaped(line.substring(from))).toString();
    }

    private static @Nullable String value(String name, Map<String, List<String>> facts) {
        List<String> texts = facts.get(name);
        return texts == null ? null : String.join("、", texts);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replace("\n", "<br/>");
    }
}
