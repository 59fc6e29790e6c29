package cn.yiwang.application.mandate;

import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.mandate.Mandate.Agent;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of mandates: names and numbers sealed, found by blind indexes. */
@Repository
class MandateRows {

    static final String COLUMNS = """
            m.id, m.public_id, m.principal_type, m.principal_sealed, m.agent_sealed, m.status, m.scope, m.item_codes, m.application_public_id,
            m.actions, m.starts_on, m.ends_on, m.version, m.granted_at, m.answered_at, m.ended_at""";

    private static final String PRINCIPAL = "mandate.principal_sealed";
    private static final String AGENT = "mandate.agent_sealed";

    private final JdbcClient jdbc;
    private final ConfidentialCodec codec;
    private final Principals principals;
    private final JsonMapper json;

    MandateRows(JdbcClient jdbc, ConfidentialCodec codec, Principals principals, JsonMapper json) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.principals = principals;
        this.json = json;
    }

    /** What of a party lies in the seal. */
    private record Sealed(String code, String name) {}

    void insert(Mandate mandate, @Nullable Long applicationKey, String grantedBy) {
        Principal principal = mandate.principal();
        UUID application = mandate.scope().applicationId();
        jdbc.sql("""
                INSERT INTO mandate (public_id, principal_type, principal_index, principal_sealed, agent_index, agent_sealed, status, scope,
                       item_codes, application_id, application_public_id, actions, starts_on, ends_on, version, granted_by, granted_at)
                VALUES (:id, :type, :principalIndex, :principal, :agentIndex, :agent, :status, :scope,
                       :items, :applicationKey, :application, :actions, :starts, :ends, :version, :by, :at)
                """)
                .param("id", Ids.toBytes(mandate.id()))
                .param("type", principal.type().name())
                .param("principalIndex", principals.index(principal))
                .param("principal", seal(new Sealed(principal.code(), principal.name()), PRINCIPAL))
                .param("agentIndex", principals.agentIndex(mandate.agent().idNumber()))
                .param(
                        "agent",
                        seal(
                                new Sealed(
                                        mandate.agent().idNumber(),
                                        mandate.agent().name()),
                                AGENT))
                .param("status", mandate.status().name())
                .param("scope", mandate.scope().kind().name())
                .param("items", itemCodes(mandate.scope()))
                .param("applicationKey", applicationKey)
                .param("application", application == null ? null : Ids.toBytes(application))
                .param("actions", mandate.actions().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("starts", mandate.startsOn())
                .param("ends", mandate.endsOn())
                .param("version", mandate.version())
                .param("by", grantedBy)
                .param("at", UtcTime.of(mandate.grantedAt()))
                .update();
    }

    /**
     * Writes a step.
     *
     * @throws StaleVersionException when somebody was faster
     */
    void write(Mandate before, MandateStep step, Instant now) {
        int rows = jdbc.sql("""
                UPDATE mandate SET status = :status, version = version + 1, %s = :now WHERE id = :key AND version = :seen
                """.formatted(step.isAnswer() ? "answered_at" : "ended_at"))
                .param("status", step.to().name())
                .param("now", UtcTime.of(now))
                .param("key", before.key())
                .param("seen", before.version())
                .update();
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    /** For one of its two parties; locked where a step follows. */
    Optional<Mandate> find(UUID id, byte @Nullable [] principal, byte @Nullable [] agent, boolean lock) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM mandate m WHERE m.public_id = :id"
                        + " AND (m.principal_index = :principal OR m.agent_index = :agent)"
                        + (lock ? " FOR UPDATE" : ""))
                .param("id", Ids.toBytes(id))
                .param("principal", principal)
                .param("agent", agent)
                .query(this::read)
                .optional();
    }

    /** Newest first; {@code before} is the key of the last one seen. */
    List<Mandate> givenBy(byte[] principal, long before, int limit) {
        return list("m.principal_index = :party", principal, before, limit);
    }

    /** Those of an agent, newest first. */
    List<Mandate> givenTo(byte[] agent, long before, int limit) {
        return list("m.agent_index = :party", agent, before, limit);
    }

    /** Those of an agent that count on a day, newest first. */
    List<Mandate> liveOf(byte[] agent, LocalDate today, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM mandate m
                        WHERE m.agent_index = :agent AND m.status = 'ACTIVE' AND m.starts_on <= :today AND m.ends_on >= :today
                          AND m.id < :before
                        ORDER BY m.id DESC LIMIT :limit
                        """)
                .param("agent", agent)
                .param("today", today)
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The key of an application, when it is the principal's own. */
    Optional<Long> applicationOf(byte[] principal, UUID application) {
        return jdbc.sql("SELECT id FROM application WHERE public_id = :id AND applicant_index = :principal")
                .param("id", Ids.toBytes(application))
                .param("principal", principal)
                .query(Long.class)
                .optional();
    }

    Mandate read(ResultSet row, int number) throws SQLException {
        Sealed principal = open(row.getBytes("principal_sealed"), PRINCIPAL);
        Sealed agent = open(row.getBytes("agent_sealed"), AGENT);
        byte[] application = row.getBytes("application_public_id");
        String items = row.getString("item_codes");
        return new Mandate(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                new Principal(Audience.valueOf(row.getString("principal_type")), principal.code(), principal.name()),
                new Agent(agent.code(), agent.name()),
                MandateStatus.valueOf(row.getString("status")),
                new MandateScope(
                        MandateScope.Kind.valueOf(row.getString("scope")),
                        items == null ? List.of() : List.of(items.split(",", -1)),
                        application == null ? null : Ids.fromBytes(application)),
                actions(row.getString("actions")),
                Objects.requireNonNull(row.getObject("starts_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("ends_on", LocalDate.class)),
                row.getLong("version"),
                UtcTime.read(row, "granted_at"),
                UtcTime.readNullable(row, "answered_at"),
                UtcTime.readNullable(row, "ended_at"));
    }

    private List<Mandate> list(String condition, byte[] party, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM mandate m WHERE " + condition
                        + " AND m.id < :before ORDER BY m.id DESC LIMIT :limit")
                .param("party", party)
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private static @Nullable String itemCodes(MandateScope scope) {
        return scope.itemCodes().isEmpty() ? null : String.join(",", scope.itemCodes());
    }

    private static Set<MandateAction> actions(String names) {
        return Arrays.stream(names.split(",", -1)).map(MandateAction::valueOf).collect(Collectors.toSet());
    }

    private byte[] seal(Sealed party, String context) {
        return codec.seal(json.writeValueAsString(party), context);
    }

    private Sealed open(byte[] sealed, String context) {
        return json.readValue(codec.open(sealed, context), Sealed.class);
    }
}
