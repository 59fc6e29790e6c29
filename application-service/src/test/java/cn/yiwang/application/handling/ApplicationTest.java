package cn.yiwang.application.handling;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.TestSeals;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ServiceTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The service with a catalog that offers everything, on a Monday in November 2026. */
@ServiceTest(upstreams = {TestCatalog.NAME, TestSeals.NAME})
public abstract class ApplicationTest {

    protected static final Instant MONDAY = Instant.parse("2026-11-23T01:30:00Z");

    @Autowired
    protected MockMvc mockMvc;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    protected Calls calls;

    @BeforeEach
    void openTheOffice() {
        clock.set(MONDAY);
        TestCatalog.offersEverything();
        TestSeals.answer();
        calls = new Calls(mockMvc);
    }

    /** An application of the company, handed in. */
    protected Calls.Answer submitted(String itemCode) {
        return calls.create(Persona.AGENT, itemCode, true).expect(201);
    }

    protected Calls.Answer accepted(String itemCode) {
        var submitted = submitted(itemCode);
        return calls.accept(Persona.WINDOW_CLERK, submitted.id(), submitted.etag())
                .expect(201);
    }

    /** Reviewed by the lead body, which is all that the cancellation asks. */
    protected Calls.Answer reviewed() {
        var accepted = accepted(TestCatalog.CANCELLATION);
        return calls.review(Persona.REVIEWER, accepted.id(), accepted.etag(), "APPROVED")
                .expect(201);
    }

    protected Calls.Answer granted() {
        var reviewed = reviewed();
        return calls.grant(Persona.APPROVER, reviewed.id(), reviewed.etag()).expect(201);
    }

    protected Calls.Answer read(Persona who, String id) {
        return calls.read(who, Calls.ROOT + "/" + id);
    }
}
