package cn.yiwang.application.progress;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls.Answer;
import cn.yiwang.application.lifecycle.Status;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.i18n.LocaleContextHolder;

class ProgressTest extends ApplicationTest {

    @Test
    void number_and_code_show_what_happens_next_and_until_when() {
        var submitted = submitted(CANCELLATION);
        var code = submitted.body().path("queryCode").asString();
        var progress = ask(submitted.number(), code, "zh-CN").expect(200).body();
        assertThat(progress.path("status").path("code").asString()).isEqualTo("SUBMITTED");
        assertThat(progress.path("status").path("label").asString()).isEqualTo("已提交");
        assertThat(progress.path("dueOn").asString()).isEqualTo("2026-11-30");
        assertThat(progress.path("dueProvisional").asBoolean()).isFalse();
        assertThat(progress.path("explanation").asString()).contains("即为受理");
        assertThat(progress.path("itemName").asString()).isEqualTo("开办药品零售企业许可");

        calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(201);
        var english = ask(submitted.number(), code, "en").expect(200).body();
        assertThat(english.path("status").path("code").asString()).isEqualTo("IN_PROGRESS");
        assertThat(english.path("status").path("label").asString()).isEqualTo("In progress");
        assertThat(english.path("explanation").asString()).contains("was accepted");
        assertThat(english.toString()).doesNotContain("91431000MA4YWT0E1N").doesNotContain("李安康");
    }

    @Test
    void a_wrong_code_and_an_unknown_number_are_answered_alike() {
        var submitted = submitted(CANCELLATION);
        var wrong = ask(submitted.number(), "AAAAAAAAAA", "en").expect(404);
        var unknown = ask(submitted.number().replaceAll("[0-9]{8}$", "99999999"), "AAAAAAAAAA", "en")
                .expect(404);
        assertThat(wrong.body().path("detail")).isEqualTo(unknown.body().path("detail"));
        assertThat(wrong.problem()).isEqualTo("not-found").isEqualTo(unknown.problem());
        ask(submitted.number(), null, "en").expect(404);
        ask("no-number", "AAAAAAAAAA", "en").expect(404);
        ask(submitted.number(), "A".repeat(5000), "en").expect(404);
    }

    @Test
    void guessing_is_stopped_and_the_right_code_works_again_later() {
        var submitted = submitted(CANCELLATION);
        var code = submitted.body().path("queryCode").asString();
        var status = 404;
        for (var i = 0; i < 30 && status == 404; i++) {
            status = ask(submitted.number(), "GUESS" + i, "en").status();
        }
        assertThat(status).isEqualTo(429);
        ask(submitted.number(), code, "en").expect(429);
        clock.advance(Duration.ofMinutes(16));
        ask(submitted.number(), code, "en").expect(200);
    }

    @Test
    void the_code_is_shown_once_and_stored_as_a_hash() {
        var submitted = submitted(CANCELLATION);
        var code = submitted.body().path("queryCode").asString();
        assertThat(read(WINDOW_CLERK, submitted.id()).body().toString()).doesNotContain(code);
        assertThat(jdbc.sql("SELECT LENGTH(query_code_hash) FROM application WHERE number = ?")
                        .param(submitted.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void every_status_has_plain_words_in_both_languages(Status status) {
        try {
            LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
            assertThat(PlainWords.of(status)).matches(text -> text.codePoints().anyMatch(c -> c > 0x4E00));
            LocaleContextHolder.setLocale(Locale.ENGLISH);
            assertThat(PlainWords.of(status)).matches("\\p{ASCII}+");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private Answer ask(String number, String code, String language) {
        var request = get("/api/v1/application-progress/" + number).header("Accept-Language", language);
        if (code != null) {
            request.header("Query-Code", code);
        }
        return calls.perform(request, null, null, null);
    }
}
