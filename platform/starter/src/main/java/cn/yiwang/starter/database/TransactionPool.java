package cn.yiwang.starter.database;

import javax.sql.DataSource;

/** Holds the connections of transactions, which are no second data source to choose from. */
record TransactionPool(DataSource connections) implements AutoCloseable {

    @Override
    public void close() {
        if (connections instanceof TransactionConnections own) {
            own.close();
        }
    }
}
