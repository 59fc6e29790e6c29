package cn.yiwang.starter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.IllegalTransactionStateException;

class AuditChainTest {

    private static final Actor REVIEWER = new Actor(
            "reviewer",
            "审查员",
            SubjectType.STAFF,
            null,
            null,
            null,
            "11431000MB1938148M",
            "431000",
            Set.of(Role.REVIEWER),
            Set.of(),
            3);

    private final TestSchema schema = RealServers.schema();
    private final AuditTable table = new AuditTable(schema.jdbc());
    private final AuditChain chain = new AuditChain(schema.template());
    private final AuditHash hash = new AuditHash(new SecretKeySpec(new byte[32], "HmacSHA256"));
    private final AuditTrail trail = new TransactionalAuditTrail(table, Clock.systemUTC(), "application-service", null);
    private final AuditSealer sealer = sealer();
    private final AuditVerification verification = new AuditVerification(table, chain, hash);

    @Test
    void recording_without_a_transaction_throws() {
        assertThatThrownBy(() -> trail.record(REVIEWER, entry(1))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void an_untouched_chain_is_intact() {
        record(1_203);
        sealAll();

        AuditVerification.Report report = verification.verify(null, 10_000);

        assertThat(report.intact()).isTrue();
        assertThat(report.complete()).isTrue();
        assertThat(report.checkedLinks()).isEqualTo(1_203);
        assertThat(report.unsealed()).isZero();
        assertThat(report.last().sealNumber()).isEqualTo(1_203);
    }

    @Test
    void an_empty_chain_is_intact() {
        assertThat(verification.verify(null, 10).intact()).isTrue();
    }

    @Test
    void the_tail_that_is_not_sealed_yet_is_reported() {
        record(3);
        sealAll();
        record(2);

        AuditVerification.Report report = verification.verify(null, 100);

        assertThat(report.intact()).isTrue();
        assertThat(report.unsealed()).isEqualTo(2);
        assertThat(report.oldestUnsealed()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "occurred_at,   '2020-01-01 00:00:00.000000'",
        "actor_subject, someone-else",
        "actor_type,    PERSON",
        "acting_for,    11430700MBEX00044E",
        "acting_for,    ",
        "roles,         APPROVER",
        "action,        refuse-application",
        "object_type,   certificate",
        "object_id,     999",
        "ground,        another ground",
        "ground,        ",
        "details,       '{}'",
        "trace_id,      0af7651916cd43dd8448eb211c80319c"
    })
    void a_change_of_any_column_is_found(String column, String value) {
        record(9);
        sealAll();

        tamper("UPDATE audit_entry SET " + column + " = ? WHERE id = ?", value, entryOf(5));

        assertThat(verification.verify(null, 100).firstBroken())
                .isEqualTo(new AuditVerification.BrokenLink(5, entryOf(5), AuditVerification.Damage.CHANGED));
    }

    @Test
    void a_deleted_entry_is_found() {
        record(9);
        sealAll();
        long id = entryOf(4);

        tamper("DELETE FROM audit_entry WHERE id = ?", id);

        AuditVerification.Report report = verification.verify(null, 100);
        assertThat(report.missingEntries()).isEqualTo(1);
        assertThat(report.brokenLinks()).isEqualTo(1);
        assertThat(report.firstBroken())
                .isEqualTo(new AuditVerification.BrokenLink(4, id, AuditVerification.Damage.ENTRY_MISSING));
    }

    @Test
    void an_entry_deleted_together_with_its_seal_is_found() {
        record(9);
        sealAll();
        tamper("DELETE FROM audit_entry WHERE id = ?", entryOf(4));

        tamper("DELETE FROM audit_seal WHERE seal_number = 4");

        assertThat(verification.verify(null, 100).firstBroken())
                .isEqualTo(new AuditVerification.BrokenLink(4, 0, AuditVerification.Damage.SEALS_MISSING));
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        record(9);
        sealAll();
        long third = entryOf(3);
        long fourth = entryOf(4);

        tamper("UPDATE audit_seal SET entry_id = -1 WHERE seal_number = 3");
        tamper("UPDATE audit_seal SET entry_id = ? WHERE seal_number = 4", third);
        tamper("UPDATE audit_seal SET entry_id = ? WHERE seal_number = 3", fourth);

        AuditVerification.Report report = verification.verify(null, 100);
        assertThat(report.firstBroken())
                .isEqualTo(new AuditVerification.BrokenLink(3, fourth, AuditVerification.Damage.CHANGED));
        assertThat(report.brokenLinks()).isEqualTo(2);
    }

    @Test
    void an_end_that_was_cut_off_is_found() {
        record(9);
        sealAll();

        tamper("DELETE FROM audit_entry WHERE id > ?", entryOf(7));
        tamper("DELETE FROM audit_seal WHERE seal_number > 7");
        tamper("UPDATE audit_chain SET seal_number = 7, hash = (SELECT hash FROM audit_seal WHERE seal_number = 7)");

        assertThat(verification.verify(null, 100).firstBroken())
                .isEqualTo(new AuditVerification.BrokenLink(7, 0, AuditVerification.Damage.END_CHANGED));
    }

    @Test
    void an_entry_that_pretends_to_be_sealed_is_found() {
        record(3);
        sealAll();
        record(1);

        tamper("UPDATE audit_entry SET sealed = TRUE");

        assertThat(verification.verify(null, 100).firstBroken().damage())
                .isEqualTo(AuditVerification.Damage.ENTRY_WITHOUT_SEAL);
    }

    @Test
    void a_chain_forged_from_its_beginning_with_another_key_is_found() {
        record(2);
        sealAll();

        AuditVerification withAnotherKey = new AuditVerification(
                table, chain, new AuditHash(new SecretKeySpec(new byte[] {1, 2, 3}, "HmacSHA256")));

        assertThat(withAnotherKey.verify(null, 100).intact()).isFalse();
    }

    @Test
    void a_long_chain_is_verified_in_several_calls_from_the_link_that_was_kept() {
        record(2_500);
        sealAll();

        AuditVerification.Report first = verification.verify(null, 1_000);
        AuditVerification.Report second = verification.verify(first.last(), 10_000);

        assertThat(first.complete()).isFalse();
        assertThat(second.complete()).isTrue();
        assertThat(second.intact()).isTrue();
        assertThat(first.checkedLinks() + second.checkedLinks()).isEqualTo(2_500);
    }

    @Test
    void a_chain_that_does_not_lead_through_the_kept_link_is_found() {
        record(5);
        sealAll();
        AuditVerification.Anchor kept = verification.verify(null, 100).last();
        AuditVerification.Anchor other = new AuditVerification.Anchor(kept.sealNumber(), "00".repeat(32));

        assertThat(verification.verify(kept, 100).intact()).isTrue();
        assertThat(verification.verify(other, 100).firstBroken().damage())
                .isEqualTo(AuditVerification.Damage.ANCHOR_NOT_FOUND);
    }

    @Test
    void two_sealers_at_once_make_one_chain() {
        AuditSealer other = sealer();
        for (int round = 0; round < 20; round++) {
            record(10);
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> sealWith(other));
            sealWith(sealer);
            second.join();
        }

        AuditVerification.Report report = verification.verify(null, 1_000);
        assertThat(report.intact()).isTrue();
        assertThat(report.checkedLinks()).isEqualTo(200);
    }

    private AuditSealer sealer() {
        Duration lease = Duration.ofSeconds(5);
        return new AuditSealer(
                table,
                chain,
                hash,
                schema.transaction(),
                new Leases(schema.jdbc(), schema.transaction(), "audit-sealer", 1, lease),
                Clock.systemUTC(),
                new AuditProperties(null, Duration.ofMillis(100), lease));
    }

    private void sealAll() {
        sealWith(sealer);
    }

    private static void sealWith(AuditSealer sealer) {
        while (sealer.seal() > 0) {
            // The next batch.
        }
    }

    private void record(int entries) {
        schema.transaction().executeWithoutResult(status -> {
            for (int number = 1; number <= entries; number++) {
                trail.record(REVIEWER, entry(number));
            }
        });
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(
                "review-application", "application", "id-" + number, "行政许可法第三十四条", Map.of("outcome", "APPROVED"));
    }

    private long entryOf(long sealNumber) {
        return schema.jdbc()
                .sql("SELECT entry_id FROM audit_seal WHERE seal_number = ?")
                .param(sealNumber)
                .query(Long.class)
                .single();
    }

    private void tamper(String sql, Object... values) {
        schema.template().update(sql, values);
    }
}
