package cn.yiwang.catalog.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.pdf.PdfWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GuidePageTest {

    private static final String ADDRESS =
            "https://yiwang.example/api/v1/items/11431000MB1938148M300017200500001/guide-page";

    @Test
    void the_pdf_says_exactly_what_the_page_says() throws Exception {
        var html = GuidePage.html(PrintedPages.version(json -> {}), ADDRESS);
        var printed = pdf(html);
        assertThat(PrintedPages.textOf(printed, PrintedPages.tableHeadsOf(html)))
                .isEqualTo(PrintedPages.textOf(html));
    }

    @Test
    void the_page_says_everything_that_the_guide_says() throws Exception {
        var said = new ArrayList<String>();
        var html = GuidePage.html(
                PrintedPages.version(json -> {
                    var guide = json.get("guide");
                    guide.get("basis").forEach(basis -> add(said, basis, "title", "documentNumber", "article"));
                    guide.get("conditions").forEach(condition -> add(said, condition, "text"));
                    guide.get("materials").forEach(material -> add(said, material, "name", "code"));
                    guide.get("timeLimits").forEach(limit -> add(said, limit, "amount", "basis", "explanation"));
                    guide.get("links").forEach(link -> {
                        add(said, link, "name");
                        add(said, link.get("department"), "name");
                    });
                    add(said, guide.get("result"), "name");
                    add(said, guide, "visits", "visitReason");
                    add(said, json, "name", "itemCode", "baseCode", "effectiveFrom");
                }),
                ADDRESS);
        assertThat(said).hasSizeGreaterThan(30);
        assertThat(PrintedPages.textOf(html))
                .contains(said.stream().map(PrintedPages::squeezed).toList());
    }

    @Test
    void what_a_guide_says_beyond_the_least_is_on_the_page_and_on_paper() throws Exception {
        var html = GuidePage.html(
                PrintedPages.version(json -> {
                    var guide = (ObjectNode) json.get("guide");
                    guide.putArray("specialProcedures")
                            .addObject()
                            .put("kind", "HEARING")
                            .put("name", "听证会")
                            .put("basis", "行政许可法第四十六条")
                            .put("excluded", true);
                    guide.putArray("faq").addObject().put("question", "要多久？").put("answer", "三日。");
                    guide.putArray("rights").add("依法取得平等对待");
                    var review = guide.putObject("remedies").putObject("review");
                    review.put("name", "郴州市人民政府");
                    guide.putObject("handling").put("caseType", "PROMISED").put("onlineDepth", "LEVEL_4");
                }),
                ADDRESS);
        assertThat(PrintedPages.textOf(html))
                .contains("听证会", "不计入", "问：要多久？答：三日。", "1.依法取得平等对待", "行政复议郴州市人民政府", "承诺件", "四级");
        assertThat(PrintedPages.textOf(pdf(html), PrintedPages.tableHeadsOf(html)))
                .isEqualTo(PrintedPages.textOf(html));
    }

    private static byte[] pdf(String html) {
        return PdfWriter.write(html, "Yiwang catalog-service");
    }

    @Test
    void the_code_leads_to_the_item() throws Exception {
        var html = GuidePage.html(PrintedPages.version(json -> {}), ADDRESS);
        assertThat(PrintedPages.qrOf(html)).isEqualTo(ADDRESS);
        assertThat(PrintedPages.qrOf(pdf(html))).isEqualTo(ADDRESS);
    }

    @Test
    void hostile_text_stays_text_on_screen_and_on_paper() throws Exception {
        var hostile = "<script>alert(1)</script><img src=\"file:///etc/passwd\"/>&amp;&nbsp;]]>'\"<!--";
        var html = GuidePage.html(
                PrintedPages.version(json -> {
                    json.put("name", hostile);
                    ((ObjectNode) json.at("/guide/conditions/0")).put("text", hostile);
                    ((ObjectNode) json.at("/guide/materials/0")).put("name", hostile);
                    ((ObjectNode) json.at("/guide/links/0/department")).put("name", hostile);
                }),
                ADDRESS);
        var page = PrintedPages.parsed(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(1);
        assertThat(PrintedPages.textOf(pdf(html))).contains(PrintedPages.squeezed(hostile));
    }

    @Test
    void a_character_that_the_font_lacks_does_not_break_the_page() throws Exception {
        var html = GuidePage.html(PrintedPages.version(json -> json.put("name", "药🈚𠮷品")), ADDRESS);
        assertThat(PrintedPages.textOf(pdf(html))).contains("品");
    }

    @Test
    void the_font_is_embedded_and_only_as_far_as_it_is_used() throws Exception {
        var printed = pdf(GuidePage.html(PrintedPages.version(json -> {}), ADDRESS));
        assertThat(printed).hasSizeLessThan(300_000);
        try (var document = Loader.loadPDF(printed)) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("+");
                }
            }
        }
        // To be looked at by whoever changes the page.
        Files.write(Path.of("target/guide-page.pdf"), printed);
    }

    @Test
    void the_longest_guide_that_can_be_stored_is_printed() throws Exception {
        var html = GuidePage.html(
                PrintedPages.version(json -> {
                    var guide = (ObjectNode) json.get("guide");
                    var conditions = guide.putArray("conditions");
                    for (var i = 1; i <= 100; i++) {
                        conditions.addObject().put("order", i).put("text", "条件".repeat(500));
                    }
                    var material = (ObjectNode) guide.at("/materials/0");
                    var materials = guide.putArray("materials");
                    for (var i = 1; i <= 99; i++) {
                        materials.add(material.deepCopy().put("name", "材料".repeat(100)));
                    }
                }),
                ADDRESS);
        try (var document = Loader.loadPDF(pdf(html))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(50);
        }
    }

    private static void add(List<String> said, JsonNode node, String... names) {
        for (var name : names) {
            var value = node.path(name).asString("");
            if (!value.isEmpty()) {
                said.add(value);
            }
        }
    }
}
