package cn.yiwang.application.officer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which inspections wait for their second officer. */
@Repository
class OpenInspections {

    private final JdbcClient jdbc;

    OpenInspections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exist(long applicationKey, String department) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM inspection
                 WHERE application_id = :application AND department = :department AND confirmed_at IS NULL
                """)
                        .param("application", applicationKey)
                        .param("department", department)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
