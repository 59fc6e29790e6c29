package cn.yiwang.catalog.transfer.table;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses the XML of workbooks. Documents that declare a type are refused, so that no entity is ever declared. Therefore the parser need
 * not bound what entities expand to: it counts
 * escaped quotes among them, and would refuse any sheet with a hundred thousand of these.
 */
final class SheetXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String UNBOUNDED = "0";

    private SheetXml() {}

    static void parse(InputStream stream, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        var xml = XMLHelper.newXMLReader();
        xml.setFeature(NO_DOCTYPE, true);
        xml.setProperty("jdk.xml.maxGeneralEntitySizeLimit", UNBOUNDED);
        xml.setProperty("jdk.xml.totalEntitySizeLimit", UNBOUNDED);
        xml.setContentHandler(handler);
        xml.parse(new InputSource(stream));
    }
}
