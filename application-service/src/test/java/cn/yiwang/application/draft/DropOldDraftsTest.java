package cn.yiwang.application.draft;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.material.SampleFiles;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DropOldDraftsTest extends ApplicationTest {

    @Autowired
    DropOldDrafts drop;

    @Test
    void a_draft_that_nobody_saves_is_removed_with_its_files_and_nothing_else_is() {
        var old = calls.create(AGENT, PHARMACY, false).expect(201);
        calls.upload(AGENT, old.id(), "M0001720050000101", "form.pdf", "application/pdf", SampleFiles.pdf())
                .expect(201);
        var handedIn = submitted(CANCELLATION);
        clock.advance(Duration.ofDays(179));
        var young = calls.create(AGENT, CANCELLATION, false).expect(201);
        drop.run();
        read(AGENT, old.id()).expect(200);
        clock.advance(Duration.ofDays(2));
        drop.run();
        read(AGENT, old.id()).expect(404);
        read(AGENT, young.id()).expect(200);
        read(AGENT, handedIn.id()).expect(200);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'drop-draft' AND object_id = ?")
                        .param(old.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
