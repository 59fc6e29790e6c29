package cn.yiwang.starter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionConnectionsTest {

    private final TestSchema schema = RealServers.schema();
    private final DataSource pool = schema.first().pool();
    private final TransactionPool transactions = new TransactionPool(TransactionConnections.beside(pool, null));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(transactions.connections()));
    private final JdbcClient jdbc = JdbcClient.create(pool);

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void a_transaction_costs_its_statements_and_one_commit() {
        // Whatever a connection says when it is opened has been said.
        transaction.executeWithoutResult(_ -> write("first"));

        long before = transaction.execute(_ -> settingsOfThisConnection());
        transaction.executeWithoutResult(_ -> write("second"));
        transaction.executeWithoutResult(_ -> write("third"));
        long after = transaction.execute(_ -> settingsOfThisConnection());

        assertThat(after).isEqualTo(before);
        assertThat(written()).isEqualTo(3);
    }

    @Test
    void what_is_done_in_a_transaction_is_seen_in_it_and_taken_back_with_it() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    write("lost");
                    assertThat(written()).isEqualTo(1);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(written()).isZero();
    }

    @Test
    void a_statement_outside_of_transactions_commits_by_itself() {
        write("alone");

        assertThat(written()).isEqualTo(1);
        assertThat(transaction.<Integer>execute(_ -> written())).isEqualTo(1);
    }

    @Test
    void a_new_transaction_within_another_has_a_connection_of_its_own() {
        TransactionTemplate apart = new TransactionTemplate(new JdbcTransactionManager(transactions.connections()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            write("outer");
            apart.executeWithoutResult(_ -> write("inner"));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("SELECT subject FROM effect").query(String.class).list())
                .containsExactly("inner");
    }

    @Test
    void code_that_asks_for_the_connection_of_its_transaction_gets_it() {
        transaction.executeWithoutResult(status -> {
            write("mine");
            boolean commitsByItself = new JdbcTemplate(pool).execute(Connection::getAutoCommit);
            assertThat(commitsByItself).isFalse();
            status.setRollbackOnly();
        });

        assertThat(written()).isZero();
    }

    @Test
    void a_data_source_that_is_no_pool_is_used_as_it_is() {
        DataSource plain = new DriverManagerDataSource("jdbc:mysql://127.0.0.1:1/none");

        assertThat(TransactionConnections.beside(plain, null)).isSameAs(plain);
    }

    private void write(String subject) {
        jdbc.sql("INSERT INTO effect (subject, sequence_number) VALUES (?, 1)")
                .param(subject)
                .update();
    }

    private int written() {
        return jdbc.sql("SELECT COUNT(*) FROM effect").query(Integer.class).single();
    }

    private long settingsOfThisConnection() {
        return jdbc.sql("SHOW SESSION STATUS LIKE 'Com_set_option'")
                .query((row, _) -> row.getLong(2))
                .single();
    }
}
