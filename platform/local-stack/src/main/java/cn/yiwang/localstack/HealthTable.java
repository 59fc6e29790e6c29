package cn.yiwang.localstack;

import cn.yiwang.localstack.status.StatusRow;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Prints how everything is doing. */
final class HealthTable {

    private static final String LINE = "%-24s %3s  %8s  %-36s %s%n";

    private HealthTable() {}

    static void print(List<StatusRow> rows, boolean json, PrintStream out) {
        if (json) {
            out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        } else if (rows.isEmpty()) {
            out.println("Nothing runs. Start it with ./yiwang up");
        } else {
            out.println();
            out.printf(LINE, "name", "no.", "pid", "address", "health");
            for (StatusRow row : rows) {
                out.printf(
                        LINE,
                        row.name(),
                        row.instance(),
                        row.pid() == null ? "-" : row.pid(),
                        row.address(),
                        row.healthy() ? "healthy" : row.pid() == null ? "not running" : "not healthy");
            }
        }
    }
}
