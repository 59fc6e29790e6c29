package cn.yiwang.certificate.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.pdf.PdfSeal;
import cn.yiwang.pdf.PdfWriter;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class DocumentSealsTest {

    private static final String WISH = """
            {"documentId": "%s", "body": "%s", "bodyName": "%s", "seal": "%s", "digest": "%s"}""";
    private static final String BODY = "11431000MB1938148M";
    private static final String NAME = "郴州市市场监督管理局";
    private static final Tokens SERVICE = Tokens.system("application-service", "internal");

    @Autowired
    MockMvc mockMvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfidentialCodec codec;

    @Autowired
    Clock clock;

    @Test
    void a_sealed_pdf_is_whole_and_names_the_seal(@TempDir Path folder) throws Exception {
        var sealed = sealedPdf();
        try (var document = Loader.loadPDF(sealed)) {
            var signature = document.getLastSignatureDictionary();
            // What follows the signature in the room that was left for it is padding.
            var first = new ASN1InputStream(signature.getContents(sealed)).readObject();
            var cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(sealed)), ContentInfo.getInstance(first));
            var signer = cms.getSignerInfos().getSigners().iterator().next();
            var certificates =
                    new ArrayList<X509CertificateHolder>(cms.getCertificates().getMatches(null));
            var leaf = certificates.stream()
                    .filter(certificate -> signer.getSID().match(certificate))
                    .findFirst()
                    .orElseThrow();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(leaf)))
                    .isTrue();
            assertThat(leaf.getSubject().toString()).contains(NAME + " 行政许可专用章");
            assertThat(certificates).hasSize(2);
            // PAdES states the time in the PDF, never among the signed attributes.
            assertThat(signer.getSignedAttributes().size()).isEqualTo(3);
        }
        assertThat(pdfsig(folder, sealed))
                .contains("Signature is Valid", "ETSI.CAdES.detached", "Total document signed");
        var spoilt = sealed.clone();
        spoilt[200] ^= 1;
        assertThat(pdfsig(folder, spoilt)).doesNotContain("Signature is Valid");
    }

    @Test
    void each_seal_has_a_key_of_its_own_and_keeps_it() throws Exception {
        call(SERVICE, wish(BODY, NAME, "LICENSING"));
        call(SERVICE, wish(BODY, NAME, "LICENSING"));
        call(SERVICE, wish(BODY, NAME, "BODY"));
        assertThat(generations(BODY)).containsExactlyInAnyOrder("BODY1", "LICENSING1");
        call(SERVICE, wish(BODY, "郴州市市场监管局", "BODY"));
        assertThat(generations(BODY)).containsExactlyInAnyOrder("BODY1", "BODY2", "LICENSING1");
        call(SERVICE, wish(BODY, NAME, "BODY"));
        assertThat(generations(BODY)).contains("BODY3");
    }

    @Test
    void instances_that_seal_at_once_agree_on_one_key_and_an_expired_one_is_followed() throws Exception {
        var body = "11430700MBEX00044E";
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> serials = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                serials.add(threads.submit(() -> serial(new SealKeys(jdbc, codec, clock), body)));
            }
            var first = serials.getFirst().get();
            for (var serial : serials) {
                assertThat(serial.get()).isEqualTo(first);
            }
            var later = Clock.fixed(
                    clock.instant().atZone(ZoneOffset.UTC).plusYears(6).toInstant(), ZoneOffset.UTC);
            assertThat(serial(new SealKeys(jdbc, codec, later), body)).isNotEqualTo(first);
        }
        assertThat(generations(body)).containsExactlyInAnyOrder("BODY1", "BODY2");
    }

    @Test
    void no_private_key_lies_open() throws Exception {
        call(SERVICE, wish(BODY, NAME, "LICENSING"));
        for (var table : List.of("seal_authority", "body_seal")) {
            var stored = jdbc.sql("SELECT private_key FROM " + table)
                    .query(byte[].class)
                    .list();
            assertThat(stored).isNotEmpty().allSatisfy(bytes -> {
                assertThat(new String(bytes, UTF_8)).doesNotContain("MEE", "MIG");
                assertThat(codec.open(bytes, table + ".private_key")).startsWith("M");
            });
        }
    }

    @Test
    void each_use_is_registered_with_the_digest_and_the_certificate() throws Exception {
        var id = UUID.randomUUID().toString();
        call(SERVICE, WISH.formatted(id, BODY, NAME, "LICENSING", digest("登记")));
        var entries = jdbc.sql("SELECT action FROM audit_entry WHERE object_id = ?")
                .param(id)
                .query()
                .listOfRows();
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst()).containsEntry("action", "seal-document");
    }

    @ParameterizedTest
    @EnumSource(
            value = Persona.class,
            names = {"CERTIFICATE_OFFICER", "AGENT", "PARTNER_TAX", "SYSTEM_ADMIN"})
    void nobody_but_a_service_of_the_platform_seals(Persona persona) throws Exception {
        assertThat(call(persona.token(), wish(BODY, NAME, "BODY")).getStatus()).isEqualTo(403);
    }

    @Test
    void a_person_with_the_scope_of_services_seals_nothing() throws Exception {
        var officer = Persona.CERTIFICATE_OFFICER.token().with("scope", "internal");
        assertThat(call(officer, wish(BODY, NAME, "BODY")).getStatus()).isEqualTo(403);
        assertThat(mockMvc.perform(post("/api/v1/document-seals")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(wish(BODY, NAME, "BODY")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"short,郴州市市场监督管理局,BODY", "11431000MB1938148M,'',BODY", "11431000MB1938148M,郴州市市场监督管理局,ROUND"})
    void what_is_no_wish_is_refused(String body, String name, String kind) throws Exception {
        assertThat(call(SERVICE, wish(body, name, kind)).getStatus()).isEqualTo(400);
    }

    @Test
    void a_digest_of_another_length_is_refused() throws Exception {
        var wish = WISH.formatted(UUID.randomUUID(), BODY, NAME, "BODY", "AAAA");
        assertThat(call(SERVICE, wish).getStatus()).isEqualTo(400);
    }

    @Test
    void the_example_of_the_contract_is_sealed() throws Exception {
        var answer = call(SERVICE, Contracts.text("certificate/examples/document-to-seal.json"));
        assertThat(answer.getStatus()).isEqualTo(200);
        var signature = JsonMapper.shared()
                .readTree(answer.getContentAsString())
                .path("signature")
                .asString();
        assertThat(new CMSSignedData(Base64.getDecoder().decode(signature))
                        .getSignerInfos()
                        .size())
                .isEqualTo(1);
    }

    private byte[] sealedPdf() {
        var page = PdfWriter.write(
                "<html lang=\"zh-CN\"><head><title>通知</title></head><body><p>受理通知书</p></body></html>", "test");
        return PdfSeal.seal(page, new PdfSeal.Statement(NAME, "受理通知书", Instant.now(clock)), digest -> {
            try {
                var answer = call(
                        SERVICE,
                        WISH.formatted(
                                UUID.randomUUID(),
                                BODY,
                                NAME,
                                "LICENSING",
                                Base64.getEncoder().encodeToString(digest)));
                assertThat(answer.getStatus()).isEqualTo(200);
                return Base64.getDecoder()
                        .decode(JsonMapper.shared()
                                .readTree(answer.getContentAsString())
                                .path("signature")
                                .asString());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private MockHttpServletResponse call(Tokens who, String body) throws Exception {
        return mockMvc.perform(post("/api/v1/document-seals")
                        .with(who.asRequest())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(UTF_8)))
                .andReturn()
                .getResponse();
    }

    private static String wish(String body, String name, String kind) {
        return WISH.formatted(UUID.randomUUID(), body, name, kind, digest("文书"));
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serial(SealKeys keys, String body) {
        return keys.of(body, "常德市市场监督管理局（示例）", SealKind.BODY)
                .seal()
                .certificate()
                .getSerialNumber()
                .toString();
    }

    private List<String> generations(String body) {
        return jdbc.sql("SELECT CONCAT(kind, generation) FROM body_seal WHERE body = ?")
                .param(body)
                .query(String.class)
                .list();
    }

    /** What a reader of PDF that is not ours says; where it must be installed, its absence is a failure. */
    private static String pdfsig(Path folder, byte[] pdf) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve(UUID.randomUUID() + ".pdf"), pdf);
        Process process;
        try {
            process = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException notInstalled) {
            assumeTrue("true".equals(System.getenv("CI")), "pdfsig is not installed");
            throw notInstalled;
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }
}
