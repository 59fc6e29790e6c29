package cn.yiwang.application.reuse;

import static cn.yiwang.application.TestCatalog.PHARMACY;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Persona;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import tools.jackson.databind.node.ObjectNode;

class MyMaterialsTest extends ApplicationTest {

    private static final String MINE = "/api/v1/my-materials";
    private static final String FORM = "M0001720050000101";
    private static final String OTHER = "M0001720050000103";

    @Test
    void what_was_given_once_is_given_again_without_an_upload() {
        var first = upload(null);
        var next = calls.create(AGENT, QUICK_PHARMACY, false).expect(201);

        var again = reuse(AGENT, next.id(), OTHER, first).expect(201);

        assertThat(again.etag()).isNotEqualTo(next.etag());
        var path = Calls.ROOT + "/" + next.id() + "/materials/" + again.id() + "/content";
        assertThat(calls.read(AGENT, path).expect(200).bytes()).isEqualTo(SampleFiles.pdf());
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT sha256) FROM material WHERE public_id IN (UNHEX(:a), UNHEX(:b))")
                        .param("a", first.replace("-", ""))
                        .param("b", again.id().replace("-", ""))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_space_shows_what_may_be_given_again_and_until_when() {
        var given = upload("2026-12-31");
        var mine = calls.read(AGENT, MINE + "?limit=100").expect(200).body().path("items");
        var seen = mine.valueStream()
                .filter(item -> item.path("id").asString().equals(given))
                .findFirst()
                .orElseThrow();
        assertThat(seen.path("validUntil").asString()).isEqualTo("2026-12-31");
        assertThat(seen.path("trustGrade").path("code").asString()).isEqualTo("C");
        var byDefault = upload(null);
        assertThat(calls.read(AGENT, MINE + "?limit=1")
                        .body()
                        .path("items")
                        .path(0)
                        .path("validUntil")
                        .asString())
                .as(byDefault)
                .isEqualTo("2027-11-23");
        assertThat(calls.read(AGENT, MINE + "?limit=1").body().path("next").asString())
                .isNotEmpty();
    }

    @Test
    void nothing_crosses_from_one_person_to_another() {
        var theirs = upload(null);
        assertThat(calls.read(OTHER_AGENT, MINE + "?limit=100")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain(theirs);
        var own = calls.create(OTHER_AGENT, QUICK_PHARMACY, false).expect(201);
        reuse(OTHER_AGENT, own.id(), OTHER, theirs).expect(404);
        var draft = calls.create(AGENT, QUICK_PHARMACY, false).expect(201);
        reuse(OTHER_AGENT, draft.id(), OTHER, theirs).expect(404);
        calls.read(WINDOW_CLERK, MINE).expect(403);
        calls.read(null, MINE).expect(401);
        reuse(WINDOW_CLERK, draft.id(), OTHER, theirs).expect(403);
    }

    @Test
    void after_its_last_day_a_file_is_neither_shown_nor_taken() {
        var old = upload("2026-11-24");
        var draft = calls.create(AGENT, QUICK_PHARMACY, false).expect(201);
        clock.advance(Duration.ofDays(2));
        assertThat(calls.read(AGENT, MINE + "?limit=100").body().toString()).doesNotContain(old);
        assertThat(reuse(AGENT, draft.id(), OTHER, old).expect(409).problem()).isEqualTo("material-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2077-01-01", "someday", "+10000-01-01"})
    void a_last_day_that_is_none_is_refused(String day) {
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        send(draft.id(), day).expect(400);
    }

    @Test
    void the_guide_bounds_what_is_given_again_like_an_upload() {
        var given = upload(null);
        var narrow = "11431000MB1938148M300017200500032";
        TestCatalog.offers(
                narrow, item -> item.withObject("/guide").withArray("materials").forEach(material -> {
                    var code = material.path("code").asString();
                    if (code.equals(FORM)) {
                        ((ObjectNode) material).put("maxBytes", 10);
                    } else if (code.equals(OTHER)) {
                        ((ObjectNode) material).putArray("mediaTypes").add("image/png");
                    }
                }));
        var draft = calls.create(AGENT, narrow, false).expect(201);
        assertThat(reuse(AGENT, draft.id(), FORM, given).expect(413).problem()).isEqualTo("material-too-large");
        assertThat(reuse(AGENT, draft.id(), OTHER, given).expect(415).problem()).isEqualTo("material-type-not-allowed");
        reuse(AGENT, draft.id(), "M0001720050000199", given).expect(422);
        reuse(AGENT, draft.id(), FORM, UUID.randomUUID().toString()).expect(404);
        calls.send(post(path(draft.id(), FORM)), AGENT, null, "{}").expect(400);
        var submitted = submitted(QUICK_PHARMACY);
        reuse(AGENT, submitted.id(), OTHER, given).expect(409);
    }

    private String upload(String validUntil) {
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        return send(draft.id(), validUntil).expect(201).id();
    }

    private Calls.Answer send(String id, String validUntil) {
        var file = new MockMultipartFile("file", "a.pdf", "application/pdf", SampleFiles.pdf());
        var request = multipart(Calls.ROOT + "/" + id + "/materials").file(file);
        request.queryParam("materialCode", FORM).header("Idempotency-Key", UUID.randomUUID());
        if (validUntil != null) {
            request.queryParam("validUntil", validUntil);
        }
        return calls.perform(request, AGENT, null, null);
    }

    private Calls.Answer reuse(Persona who, String id, String code, String material) {
        return calls.send(post(path(id, code)), who, null, "{\"materialId\": \"" + material + "\"}");
    }

    private static String path(String id, String code) {
        return Calls.ROOT + "/" + id + "/materials/" + code + "/reuses";
    }
}
