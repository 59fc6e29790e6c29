package cn.yiwang.localstack.child;

import cn.yiwang.localservers.MariaDbServer;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.secrets.SecretKind;
import cn.yiwang.localstack.secrets.Secrets;

/** One schema and one user for each service that keeps something. */
public final class Databases {

    private static final String OPTIONS = "sslMode=DISABLED&connectionTimeZone=UTC&cachePrepStmts=true";

    private Databases() {}

    static void prepare(MariaDbServer server, Secrets secrets) {
        for (Part part : Part.services()) {
            part.schema()
                    .ifPresent(schema ->
                            server.createSchemaAndUser(schema, schema, secrets.password(SecretKind.DATABASE, schema)));
        }
    }

    public static String embeddedUrl(Plan plan, String schema) {
        int port = plan.portBase() + Part.MARIADB.portOffset();
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?" + OPTIONS;
    }

    /**
     * A server that exists already: its administrator may have made the schemas, or lets the given user make them.
     *
     * @param schema empty for none
     */
    public static String foreignUrl(String url, String schema) {
        int question = url.indexOf('?');
        String base = question < 0 ? url : url.substring(0, question);
        String options = question < 0 ? "connectionTimeZone=UTC" : url.substring(question + 1);
        String server = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return server + "/" + schema + "?" + options + (schema.isEmpty() ? "" : "&createDatabaseIfNotExist=true");
    }
}
