package cn.yiwang.application.delivery;

import cn.yiwang.application.delivery.DeliveryMethod.Method;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of deliveries, who received what sealed, and the applicants' consents. */
@Repository
class Deliveries {

    private static final String SEALED = "document_delivery.contents";

    private final JdbcClient jdbc;
    private final ConfidentialCodec codec;
    private final JsonMapper json;

    Deliveries(JdbcClient jdbc, ConfidentialCodec codec, JsonMapper json) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.json = json;
    }

    /** What a new row is made of. */
    record NewDelivery(
            UUID id,
            long applicationKey,
            long documentKey,
            Method method,
            Map<String, ?> contents,
            LocalDate sentOn,
            @Nullable LocalDate deliveredOn,
            String recordedBy,
            Instant now) {}

    void add(NewDelivery delivery) {
        jdbc.sql("""
                INSERT INTO document_delivery (public_id, application_id, document_id, method, contents, sent_on, delivered_on,
                       recorded_by, recorded_at)
                VALUES (:id, :application, :document, :method, :contents, :sent, :delivered, :by, :at)
                """)
                .param("id", Ids.toBytes(delivery.id()))
                .param("application", delivery.applicationKey())
                .param("document", delivery.documentKey())
                .param("method", delivery.method().name())
                .param("contents", codec.seal(json.writeValueAsString(delivery.contents()), SEALED))
                .param("sent", delivery.sentOn())
                .param("delivered", delivery.deliveredOn())
                .param("by", delivery.recordedBy())
                .param("at", UtcTime.of(delivery.now()))
                .update();
    }

    List<Delivery> of(long documentKey) {
        return jdbc.sql("""
                SELECT id, public_id, document_id, method, sent_on, delivered_on, recorded_at
                  FROM document_delivery WHERE document_id = :document ORDER BY id
                """)
                .param("document", documentKey)
                .query(Deliveries::read)
                .list();
    }

    Optional<Delivery> find(long documentKey, UUID id) {
        return of(documentKey).stream()
                .filter(delivery -> delivery.id().equals(id))
                .findFirst();
    }

    Map<String, Object> contents(Delivery delivery) {
        byte[] sealed = jdbc.sql("SELECT contents FROM document_delivery WHERE id = :key")
                .param("key", delivery.key())
                .query(byte[].class)
                .single();
        return json.readValue(codec.open(sealed, SEALED), new TypeReference<>() {});
    }

    /** Adds the receipt of a mail; the application is locked, so nobody does it twice. */
    void receive(Delivery delivery, Map<String, ?> contents, LocalDate deliveredOn) {
        jdbc.sql("UPDATE document_delivery SET delivered_on = :day, contents = :contents WHERE id = :key")
                .param("day", deliveredOn)
                .param("contents", codec.seal(json.writeValueAsString(contents), SEALED))
                .param("key", delivery.key())
                .update();
    }

    void say(long applicationKey, boolean given, String by, Instant now) {
        jdbc.sql(
                        "INSERT INTO delivery_consent (application_id, given, said_by, said_at) VALUES (:key, :given, :by, :at)")
                .param("key", applicationKey)
                .param("given", given)
                .param("by", by)
                .param("at", UtcTime.of(now))
                .update();
    }

    /** Whether the newest word of the applicant is yes. */
    boolean isConsented(long applicationKey) {
        return jdbc.sql("SELECT given FROM delivery_consent WHERE application_id = :key ORDER BY id DESC LIMIT 1")
                .param("key", applicationKey)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getLong("document_id"),
                Method.valueOf(row.getString("method")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class),
                UtcTime.read(row, "recorded_at"));
    }
}
