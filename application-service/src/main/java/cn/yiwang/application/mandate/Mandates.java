package cn.yiwang.application.mandate;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What mandates open. Everything here asks the database at the moment of asking, so that an end counts at once. */
@Component
public class Mandates {

    private static final String LIVE = "m.status = 'ACTIVE' AND m.starts_on <= :seeToday AND m.ends_on >= :seeToday";

    /** Over {@code application a}: the principal's own, and within the scope of a mandate that counts now. */
    private static final String OPENS = """
            a.applicant_index = :seePrincipal AND EXISTS (
                SELECT 1 FROM mandate m
                 WHERE m.id = :seeMandate AND m.principal_index = a.applicant_index AND %s
                   AND (m.scope = 'ALL' OR m.application_id = a.id OR FIND_IN_SET(a.item_code, m.item_codes) > 0))""".formatted(LIVE);

    private final JdbcClient jdbc;
    private final MandateRows rows;
    private final Principals principals;
    private final Clock clock;

    Mandates(JdbcClient jdbc, MandateRows rows, Principals principals, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.principals = principals;
        this.clock = clock;
    }

    /** A condition over {@code application a} with its parameters, whose names begin with {@code see}. */
    public record Opens(String sql, Map<String, Object> parameters) {

        public Opens {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Which applications the mandate opens. */
    public Opens opens(Mandate mandate) {
        return new Opens(
                OPENS,
                Map.of(
                        "seePrincipal",
                        principals.index(mandate.principal()),
                        "seeMandate",
                        mandate.key(),
                        "seeToday",
                        ChinaTime.today(clock)));
    }

    /**
     * Ends the call with 403 when the request acts under a mandate that does not, or no longer, allow the action. Until the caller's
     * transaction ends a revocation waits, so that no step is taken after it.
     */
    public void demand(MandateAction action) {
        live(action);
    }

    /** The same for an application that is still to be made. */
    public void demandToBegin(String itemCode, boolean submit) {
        Mandate mandate = live(MandateAction.DRAFT);
        if (mandate != null
                && (!mandate.scope().coversNew(itemCode)
                        || (submit && !mandate.actions().contains(MandateAction.SUBMIT)))) {
            throw new ProblemException(MandateProblem.MANDATE_DOES_NOT_COVER);
        }
    }

    /** Ends the call with 403 under any mandate: what only the principal may do, such as giving further mandates. */
    public static void refuse() {
        if (Acting.under() != null) {
            throw new ProblemException(MandateProblem.MANDATE_DOES_NOT_COVER);
        }
    }

    /** The mandate, when this person is its agent and it counts today. */
    Optional<Mandate> findLive(Actor actor, UUID id) {
        byte[] agent = principals.agentIndex(actor);
        return agent == null
                ? Optional.empty()
                : jdbc.sql("SELECT " + MandateRows.COLUMNS
                                + " FROM mandate m WHERE m.public_id = :id AND m.agent_index = :agent AND " + LIVE)
                        .param("id", Ids.toBytes(id))
                        .param("agent", agent)
                        .param("seeToday", ChinaTime.today(clock))
                        .query(rows::read)
                        .optional();
    }

    private @Nullable Mandate live(MandateAction action) {
        Mandate acting = Acting.under();
        if (acting == null) {
            return null;
        }
        Mandate mandate = jdbc.sql("SELECT " + MandateRows.COLUMNS + " FROM mandate m WHERE m.id = :key AND " + LIVE
                        + " LOCK IN SHARE MODE")
                .param("key", acting.key())
                .param("seeToday", ChinaTime.today(clock))
                .query(rows::read)
                .optional()
                .orElseThrow(() -> new ProblemException(MandateProblem.MANDATE_NOT_VALID));
        if (!mandate.actions().contains(action)) {
            throw new ProblemException(MandateProblem.MANDATE_DOES_NOT_COVER);
        }
        return mandate;
    }
}
