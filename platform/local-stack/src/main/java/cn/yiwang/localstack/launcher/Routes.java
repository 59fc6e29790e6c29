package cn.yiwang.localstack.launcher;

/** A public address of each service behind the gateway, by which its route is tried. */
final class Routes {

    private Routes() {}

    /** Whether the gateway reaches the service: any answer of its own will do, only the gateway's 5xx and 404 won't. */
    static boolean reaches(Plan plan, Part part) {
        int status = Probe.status(plan.gateway() + "/v3/api-docs/" + part.id());
        return status == 200;
    }
}
