package cn.yiwang.localstack.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A system that asks for tokens in its own name, with a secret of its own. */
public record DemoClient(String id, String name, String scope) {

    private static final List<DemoClient> ALL = List.of(
            new DemoClient("partner-tax", "税务部门系统（示例）", "exchange.subscribe"),
            new DemoClient("partner-health", "卫生健康部门系统（示例）", "exchange.subscribe"),
            service("catalog-service"),
            service("application-service"),
            service("certificate-service"),
            service("complaint-service"),
            service("data-exchange-service"));

    public static List<DemoClient> all() {
        return ALL;
    }

    /** The names that {@code token} takes. */
    public static Set<String> ids() {
        return ALL.stream().map(DemoClient::id).collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable DemoClient find(String id) {
        return ALL.stream().filter(client -> client.id().equals(id)).findFirst().orElse(null);
    }

    private static DemoClient service(String id) {
        return new DemoClient(id, id, "internal");
    }
}
