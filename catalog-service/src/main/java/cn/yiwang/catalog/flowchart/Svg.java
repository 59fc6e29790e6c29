package cn.yiwang.catalog.flowchart;

import cn.yiwang.catalog.flowchart.Drawing.Arrow;
import cn.yiwang.catalog.flowchart.Drawing.Box;
import cn.yiwang.catalog.flowchart.Drawing.Shape;
import cn.yiwang.catalog.flowchart.Drawing.Style;
import cn.yiwang.catalog.flowchart.Drawing.Text;
import org.springframework.web.util.HtmlUtils;

/** Writes a drawing as SVG that needs nothing from elsewhere: no script, no style sheet, no font of its own. */
final class Svg {

    private static final String FONTS = "'Noto Sans SC','Source Han Sans SC','Noto Sans CJK SC','PingFang SC',"
            + "'Microsoft YaHei','WenQuanYi Micro Hei',sans-serif";
    private static final int HEAD = 8;

    private Svg() {}

    /**
     * The document.
     *
     * @param description the same in words, for those who cannot see it
     */
    static String write(Drawing drawing, String title, String description) {
        var svg = new StringBuilder(4096);
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                aria-labelledby="title desc" lang="zh-CN" font-family="%3$s" text-anchor="middle">
                <title id="title">%4$s</title>
                <desc id="desc">%5$s</desc>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                """.formatted(drawing.width(), drawing.height(), FONTS, escaped(title), escaped(description)));
        drawing.shapes().forEach(shape -> svg.append(element(shape)).append('\n'));
        return svg.append("</svg>\n").toString();
    }

    private static String element(Shape shape) {
        return switch (shape) {
            case Box box ->
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s/>"
                        .formatted(box.x(), box.y(), box.width(), box.height(), look(box));
            case Arrow arrow ->
                "<path d=\"M%1$d %2$dV%3$d\" stroke=\"#5b6b82\" stroke-width=\"2\"/><path d=\"M%1$d %4$dl-6 -%5$dh12z\" fill=\"#5b6b82\"/>"
                        .formatted(arrow.x(), arrow.fromY(), arrow.toY() - HEAD, arrow.toY(), HEAD + 2);
            case Text text ->
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>%s</text>"
                        .formatted(text.x(), text.y(), text.style().size(), style(text.style()), escaped(text.text()));
        };
    }

    private static String look(Box box) {
        return switch (box.look()) {
            case TERMINAL -> "rx=\"%d\" fill=\"#0b4f9e\"".formatted(box.height() / 2);
            case STEP -> "rx=\"8\" fill=\"#f3f7fc\" stroke=\"#0b4f9e\" stroke-width=\"1.5\"";
            case SPECIAL ->
                "rx=\"8\" fill=\"#fff6e5\" stroke=\"#a85b00\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"";
            case GROUP -> "rx=\"12\" fill=\"#ffffff\" stroke=\"#8fa3bd\" stroke-dasharray=\"2 4\"";
        };
    }

    /** Each colour has a contrast of at least 4.5 to what lies behind it (WCAG AA). */
    private static String style(Style style) {
        return switch (style) {
            case TITLE -> "font-weight=\"700\" fill=\"#14213d\"";
            case SUBTITLE, GROUP -> "fill=\"#4a5a70\"";
            case TERMINAL -> "font-weight=\"700\" fill=\"#ffffff\"";
            case NAME -> "font-weight=\"700\" fill=\"#14213d\"";
            case DEPARTMENT -> "fill=\"#3d4b60\"";
            case TIME -> "fill=\"#0b4f9e\"";
            case SPECIAL -> "fill=\"#8a4a00\"";
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
