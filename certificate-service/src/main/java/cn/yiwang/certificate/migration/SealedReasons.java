package cn.yiwang.certificate.migration;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Seals the reasons that earlier releases wrote openly; only this service has the key, so SQL could not. */
@Component
final class SealedReasons implements JavaMigration {

    private static final String CONTEXT = "certificate_history.reason_sealed";
    private static final int BATCH = 500;

    private final ConfidentialCodec codec;

    SealedReasons(ConfidentialCodec codec) {
        this.codec = codec;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("005");
    }

    @Override
    public String getDescription() {
        return "reasons of the past are sealed";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        List<Open> rows = next(jdbc);
        while (!rows.isEmpty()) {
            rows.forEach(row -> jdbc.sql("UPDATE certificate_history SET reason_sealed = ?, reason = NULL WHERE id = ?")
                    .params(codec.seal(row.reason(), CONTEXT), row.id())
                    .update());
            rows = next(jdbc);
        }
    }

    private static List<Open> next(JdbcClient jdbc) {
        return jdbc.sql("SELECT id, reason FROM certificate_history WHERE reason IS NOT NULL ORDER BY id LIMIT ?")
                .param(BATCH)
                .query((row, _) -> new Open(row.getLong("id"), row.getString("reason")))
                .list();
    }

    private record Open(long id, String reason) {}
}
