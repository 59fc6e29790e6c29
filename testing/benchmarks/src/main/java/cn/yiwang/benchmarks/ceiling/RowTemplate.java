package cn.yiwang.benchmarks.ceiling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real row, to be written again with other keys: same columns, same sizes, same indexes. */
final class RowTemplate {

    private final String table;
    private final Map<String, @Nullable Object> values;
    private final String insert;

    private RowTemplate(String table, Map<String, @Nullable Object> values) {
        this.table = table;
        this.values = values;
        this.insert = "INSERT INTO " + CeilingTables.name(table) + " (" + String.join(", ", values.keySet())
                + ") VALUES (" + "?, ".repeat(values.size() - 1) + "?)";
    }

    /** Reads rows of a table; {@code condition} may hold one placeholder. */
    static List<RowTemplate> read(Connection connection, String table, String condition, @Nullable Object argument)
            throws SQLException {
        List<RowTemplate> templates = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table + " WHERE " + condition)) {
            if (argument != null) {
                select.setObject(1, argument);
            }
            try (ResultSet rows = select.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (!columns.isAutoIncrement(i)) {
                            values.put(columns.getColumnName(i), rows.getObject(i));
                        }
                    }
                    templates.add(new RowTemplate(table, values));
                }
            }
        }
        return templates;
    }

    RowTemplate with(String column, @Nullable Object value) {
        if (!values.containsKey(column)) {
            throw new IllegalStateException(table + " has no column " + column + " any more: the ceiling must follow");
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new RowTemplate(table, changed);
    }

    @Nullable Object value(String column) {
        return values.get(column);
    }

    /** Writes the row with some columns replaced; returns the generated key, 0 when the table has none. */
    long insert(Connection connection, Map<String, ?> replaced) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS)) {
            int index = 1;
            for (Map.Entry<String, @Nullable Object> column : values.entrySet()) {
                Object value =
                        replaced.containsKey(column.getKey()) ? replaced.get(column.getKey()) : column.getValue();
                statement.setObject(index++, value);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }

    /** Updates some columns to the row's values, where all of {@code keys} match. */
    void update(Connection connection, List<String> columns, String plus, Map<String, ?> keys) throws SQLException {
        StringBuilder sql = new StringBuilder("UPDATE ")
                .append(CeilingTables.name(table))
                .append(" SET ")
                .append(plus);
        for (String column : columns) {
            sql.append(sql.charAt(sql.length() - 1) == ' ' ? "" : ", ")
                    .append(column)
                    .append(" = ?");
        }
        sql.append(" WHERE ").append(String.join(" = ? AND ", keys.keySet())).append(" = ?");
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            int index = 1;
            for (String column : columns) {
                statement.setObject(index++, values.get(column));
            }
            for (Object key : keys.values()) {
                statement.setObject(index++, key);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("no row of " + table + " was updated");
            }
        }
    }
}
