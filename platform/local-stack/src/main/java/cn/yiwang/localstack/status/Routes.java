package cn.yiwang.localstack.status;

import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.process.Probe;

/** A public address of each service behind the gateway, by which its route is tried. */
public final class Routes {

    private Routes() {}

    /**
     * Whether the service itself answers through the gateway. That it does not know a number that nobody has is an answer
     * too; the gateway alone would say 503 or 504.
     */
    public static boolean reaches(Plan plan, Part part) {
        int status = Probe.status(plan.gateway() + path(part));
        return status == 200 || status == 400 || status == 404;
    }

    private static String path(Part part) {
        return switch (part) {
            case CATALOG -> "/api/v1/items?limit=1";
            case APPLICATION -> "/api/v1/application-progress/0";
            case CERTIFICATE -> "/api/v1/certificate-verifications/0";
            case COMPLAINT -> "/api/v1/work-order-progress/0";
            case EXCHANGE -> "/api/v1/webhook-keys";
            case MARIADB, KAFKA, DISCOVERY, IDENTITY, GATEWAY ->
                throw new IllegalArgumentException(part + " is not behind the gateway");
        };
    }
}
