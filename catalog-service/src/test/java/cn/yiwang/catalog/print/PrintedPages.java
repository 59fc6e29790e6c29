package cn.yiwang.catalog.print;

import cn.yiwang.catalog.item.ItemVersionView;
import cn.yiwang.testsupport.Contracts;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes pages apart again. */
final class PrintedPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PrintedPages() {}

    /** The version that the contract shows, with a change. */
    static ItemVersionView version(Consumer<ObjectNode> change) {
        var json = (ObjectNode) JSON.readTree(Contracts.text("catalog/examples/item-version.json"));
        change.accept(json);
        return JSON.treeToValue(json, ItemVersionView.class);
    }

    static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the page says, without white space. */
    static String textOf(String html) throws Exception {
        return squeezed(parsed(html).getElementsByTagName("body").item(0).getTextContent());
    }

    /** The heads of the page's tables, which paper repeats where a table goes on. */
    static List<String> tableHeadsOf(String html) throws Exception {
        var heads = parsed(html).getElementsByTagName("thead");
        return IntStream.range(0, heads.getLength())
                .mapToObj(i -> squeezed(heads.item(i).getTextContent()))
                .toList();
    }

    static String textOf(byte[] pdf) throws IOException {
        return textOf(pdf, List.of());
    }

    /** What the PDF says, without white space, page numbers and repeated heads of tables. */
    static String textOf(byte[] pdf, List<String> heads) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            var text = new StringBuilder();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var said = squeezed(stripper.getText(document))
                        .replace("%d/%d".formatted(page, document.getNumberOfPages()), "");
                text.append(heads.stream()
                        .filter(said::startsWith)
                        .findFirst()
                        .map(head -> said.substring(head.length()))
                        .orElse(said));
            }
            return text.toString();
        }
    }

    static String squeezed(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }

    static String qrOf(String html) throws Exception {
        var matcher = Pattern.compile("src=\"data:image/png;base64,([^\"]+)\"").matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("no picture in " + html);
        }
        return decoded(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(matcher.group(1)))));
    }

    static String qrOf(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject image) {
                    return decoded(image.getImage());
                }
            }
        }
        throw new AssertionError("no picture in the PDF");
    }

    private static String decoded(BufferedImage image) throws Exception {
        var width = image.getWidth();
        var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels))))
                .getText();
    }
}
