package cn.yiwang.certificate.web;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CERTIFICATE_OFFICER;
import static cn.yiwang.testsupport.Persona.CITIZEN;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yiwang.certificate.Issued;
import cn.yiwang.certificate.Wish;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class VerificationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNKNOWN = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

    @Autowired
    MockMvc mockMvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    MovableClock clock;

    @Test
    void whoever_holds_the_link_sees_what_is_on_the_wall_and_that_it_is_genuine() throws Exception {
        URI link = linkOf(issue(Wish.ofCompany(environment)));
        assertThat(link.getHost()).isEqualTo("yiwang.example");
        JsonNode seen = ok(verify(link));
        assertThat(seen.path("signatureValid").booleanValue()).isTrue();
        assertThat(seen.path("status").path("code").stringValue()).isEqualTo("01");
        assertThat(seen.path("type").path("name").stringValue()).isEqualTo("药品经营许可证");
        assertThat(seen.path("issuer").path("name").stringValue()).isEqualTo("郴州市市场监督管理局");
        assertThat(seen.path("holderName").stringValue()).isEqualTo("郴州安康大药房有限公司（示例）");
        assertThat(seen.toString()).doesNotContain("示例路", "token");
    }

    @Test
    void a_person_is_masked() throws Exception {
        JsonNode seen = ok(verify(linkOf(issue(Wish.ofPerson(environment)))));
        assertThat(seen.path("holderName").stringValue()).isEqualTo("王**");
        assertThat(seen.toString()).doesNotContain("小明", Wish.PERSON);
    }

    @Test
    void a_wrong_token_and_an_unknown_certificate_get_the_same_answer() throws Exception {
        URI link = linkOf(issue(Wish.ofCompany(environment)));
        URI other = linkOf(issue(Wish.ofCompany(environment)));
        String identifier = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
        String token = link.getQuery().substring("token=".length());
        String foreign = other.getQuery().substring("token=".length());
        String expected = refusal(request(UNKNOWN).queryParam("token", token), UNKNOWN);
        for (String wrong : new String[] {"", "x", token + "x", token.substring(1), token.toLowerCase(), foreign}) {
            if (!wrong.equals(token)) {
                assertThat(refusal(request(identifier).queryParam("token", wrong), identifier))
                        .isEqualTo(expected);
            }
        }
        assertThat(refusal(request(identifier), identifier)).isEqualTo(expected);
        assertThat(refusal(request(UNKNOWN), UNKNOWN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "' OR 1=1 --",
                "1.2.156.3005.2._",
                "\"><script>",
                "１.２.１５６",
                "…",
                "null",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.u"
            })
    void a_hostile_identifier_is_just_not_verified(String identifier) throws Exception {
        assertThat(perform(request(identifier).queryParam("token", "' OR ''='")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void an_endless_identifier_or_token_is_just_not_verified() throws Exception {
        assertThat(perform(request("1".repeat(5_000))).getStatus()).isEqualTo(404);
        assertThat(perform(request(UNKNOWN).queryParam("token", "A".repeat(5_000)))
                        .getStatus())
                .isEqualTo(404);
        assertThat(perform(request(UNKNOWN).queryParam("token", "a").queryParam("token", "b"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_certificate_changed_behind_our_back_is_no_longer_genuine() throws Exception {
        UUID id = issue(Wish.ofCompany(environment));
        URI link = linkOf(id);
        jdbc.sql("UPDATE certificate SET valid_to = '2099-12-31' WHERE public_id = ?")
                .param(Ids.toBytes(id))
                .update();
        assertThat(ok(verify(link)).path("signatureValid").booleanValue()).isFalse();
        jdbc.sql("UPDATE certificate SET signature = 'no base64!', signing_key = 'sm2-99' WHERE public_id = ?")
                .param(Ids.toBytes(id))
                .update();
        assertThat(ok(verify(link)).path("signatureValid").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"holder_sealed, 'no seal at all'", "holder_sealed, ''", "token_sealed,  'no seal at all'"})
    void what_is_sealed_and_was_altered_makes_no_error_but_a_certificate_that_is_not_genuine(
            String column, String value) throws Exception {
        UUID id = issue(Wish.ofCompany(environment));
        URI link = linkOf(id);
        jdbc.sql("UPDATE certificate SET " + column + " = ? WHERE public_id = ?")
                .params(value, Ids.toBytes(id))
                .update();

        JsonNode seen = ok(verify(link));

        assertThat(seen.path("signatureValid").booleanValue()).isFalse();
        assertThat(seen.path("type").path("name").stringValue()).isEqualTo("药品经营许可证");
        assertThat(seen.path("status").path("code").stringValue()).isEqualTo("01");
        assertThat(seen.path("holderName").isMissingNode()
                        || seen.path("holderName").isNull())
                .isTrue();

        // The others of the list are still there.
        MockHttpServletResponse list =
                perform(get("/api/v1/certificates?limit=5").with(Tokens.as(CERTIFICATE_OFFICER)));
        assertThat(list.getStatus()).isEqualTo(200);
        assertThat(JSON.readTree(list.getContentAsString(StandardCharsets.UTF_8))
                        .path("items")
                        .path(0)
                        .path("id")
                        .stringValue())
                .isEqualTo(id.toString());

        MockHttpServletResponse read =
                perform(get("/api/v1/certificates/{id}", id).with(Tokens.as(CERTIFICATE_OFFICER)));
        assertThat(read.getStatus()).isEqualTo(409);
        assertThat(read.getContentAsString(StandardCharsets.UTF_8)).contains("/problems/certificate-altered");
    }

    @Test
    void one_altered_bit_of_what_is_sealed_is_enough() throws Exception {
        UUID id = issue(Wish.ofPerson(environment));
        URI link = linkOf(id);
        byte[] sealed = jdbc.sql("SELECT holder_sealed FROM certificate WHERE public_id = ?")
                .param(Ids.toBytes(id))
                .query(byte[].class)
                .single();
        for (int position : new int[] {0, 1, 2, sealed.length / 2, sealed.length - 1}) {
            byte[] altered = sealed.clone();
            altered[position] ^= 1;
            jdbc.sql("UPDATE certificate SET holder_sealed = ? WHERE public_id = ?")
                    .params(altered, Ids.toBytes(id))
                    .update();
            assertThat(ok(verify(link)).path("signatureValid").booleanValue())
                    .as("byte %s", position)
                    .isFalse();
        }
        jdbc.sql("UPDATE certificate SET holder_sealed = ? WHERE public_id = ?")
                .params(sealed, Ids.toBytes(id))
                .update();
        assertThat(ok(verify(link)).path("signatureValid").booleanValue()).isTrue();
    }

    @Test
    void the_sealed_holder_of_another_certificate_is_not_genuine_here() throws Exception {
        UUID id = issue(Wish.ofCompany(environment));
        UUID other = issue(Wish.ofPerson(environment));
        URI link = linkOf(id);
        jdbc.sql("""
                        UPDATE certificate mine JOIN certificate theirs ON theirs.public_id = ?
                        SET mine.holder_sealed = theirs.holder_sealed WHERE mine.public_id = ?""").params(Ids.toBytes(other), Ids.toBytes(id)).update();
        assertThat(ok(verify(link)).path("signatureValid").booleanValue()).isFalse();
    }

    @Test
    void a_certificate_expires_after_its_last_day() throws Exception {
        URI link = linkOf(issue(Wish.ofCompany(environment)));
        clock.advance(Duration.ofDays(366 * 5));
        assertThat(ok(verify(link)).path("status").path("label").stringValue()).isEqualTo("失效");
    }

    @Test
    void the_qr_code_opens_the_link() throws Exception {
        UUID id = issue(Wish.ofCompany(environment));
        MockHttpServletResponse answer =
                perform(get("/api/v1/certificates/{id}/qr-code", id).with(Tokens.as(AGENT)));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/png");
        URI scanned = URI.create(scan(answer.getContentAsByteArray()));
        assertThat(scanned).isEqualTo(linkOf(id));
        assertThat(ok(verify(scanned)).path("signatureValid").booleanValue()).isTrue();
        assertThat(perform(get("/api/v1/certificates/{id}/qr-code", id).with(Tokens.as(OTHER_AGENT)))
                        .getStatus())
                .isEqualTo(404);
        assertThat(perform(get("/api/v1/certificates/{id}/qr-code", id).with(Tokens.as(CITIZEN)))
                        .getStatus())
                .isEqualTo(404);
    }

    private UUID issue(Wish wish) {
        wish.publish();
        return Issued.await(jdbc, wish);
    }

    private URI linkOf(UUID id) throws Exception {
        return URI.create(Issued.read(mockMvc, id, CERTIFICATE_OFFICER.token())
                .path("verificationLink")
                .stringValue());
    }

    private MockHttpServletResponse verify(URI link) throws Exception {
        return perform(get(URI.create(link.getRawPath() + "?" + link.getRawQuery())));
    }

    private static MockHttpServletRequestBuilder request(String identifier) {
        return get("/api/v1/certificate-verifications/{identifier}", identifier);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mockMvc.perform(request).andReturn().getResponse();
    }

    private static JsonNode ok(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    /** The refusal without what names the single call. */
    private String refusal(MockHttpServletRequestBuilder request, String identifier) throws Exception {
        MockHttpServletResponse answer = perform(request);
        assertThat(answer.getStatus()).isEqualTo(404);
        ObjectNode problem = (ObjectNode) JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(problem.path("type").stringValue()).endsWith("/problems/certificate-not-verified");
        problem.remove("traceId");
        problem.remove("instance");
        return problem.toString().replace(identifier, "");
    }

    private static String scan(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
