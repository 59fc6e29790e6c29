package cn.yiwang.starter.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants in {@code DATETIME(6)} columns: always UTC, whatever the time zone of the JVM, the session or the server. */
public final class UtcTime {

    private UtcTime() {}

    /** The column value of an instant, to the microsecond. */
    public static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** The instant of a column that is never null. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        Instant instant = readNullable(row, column);
        if (instant == null) {
            throw new IllegalStateException("The column " + column + " is null");
        }
        return instant;
    }

    /** The instant of a column, or null. */
    public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
