package cn.yiwang.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PapersTest {

    @Test
    void the_picture_is_one_that_others_can_read() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Papers.png()));

        assertThat(image.getWidth()).isEqualTo(8);
        assertThat(image.getRGB(3, 3) & 0xffffff).isEqualTo(0x1e6fb8);
    }

    @Test
    void the_document_points_to_its_own_table_of_objects() {
        String pdf = new String(Papers.pdf("Application form"), StandardCharsets.US_ASCII);
        String[] lines = pdf.split("\n");
        int table = Integer.parseInt(lines[lines.length - 2]);

        assertThat(pdf).startsWith("%PDF-").endsWith("%%EOF\n");
        assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
        assertThat(pdf.substring(
                        Integer.parseInt(pdf.substring(table).split("\n")[3].substring(0, 10))))
                .startsWith("1 0 obj");
    }
}
