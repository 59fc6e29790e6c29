package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.notice.LaunchException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the platform consists of, in the order of its start. */
public enum Part {
    MARIADB("mariadb", Tier.DATABASE, 3, null, null, 0),
    KAFKA("kafka", Tier.BROKER, 4, null, null, 192),
    DISCOVERY("discovery-server", Tier.GROUND, 2, "platform/discovery-server", null, 96),
    IDENTITY("identity", Tier.GROUND, 1, "platform/local-stack", null, 96),
    CATALOG("catalog-service", Tier.SERVICE, 10, "catalog-service", "yiwang_catalog", 256),
    APPLICATION("application-service", Tier.SERVICE, 11, "application-service", "yiwang_application", 224),
    CERTIFICATE("certificate-service", Tier.SERVICE, 12, "certificate-service", "yiwang_certificate", 192),
    COMPLAINT("complaint-service", Tier.SERVICE, 13, "complaint-service", "yiwang_complaint", 192),
    EXCHANGE("data-exchange-service", Tier.SERVICE, 14, "data-exchange-service", "yiwang_exchange", 192),
    GATEWAY("gateway", Tier.DOOR, 0, "gateway", null, 160);

    private final String id;
    private final Tier tier;
    private final int portOffset;
    private final @Nullable String module;
    private final @Nullable String schema;
    private final int heapMegabytes;

    Part(String id, Tier tier, int portOffset, @Nullable String module, @Nullable String schema, int heapMegabytes) {
        this.id = id;
        this.tier = tier;
        this.portOffset = portOffset;
        this.module = module;
        this.schema = schema;
        this.heapMegabytes = heapMegabytes;
    }

    /** The name in commands and in the registry. */
    public String id() {
        return id;
    }

    public Tier tier() {
        return tier;
    }

    public int portOffset() {
        return portOffset;
    }

    /** The Maven module that builds it; the database and the broker have none. */
    public Optional<String> module() {
        return Optional.ofNullable(module);
    }

    /** The schema that only this service uses; its user has the same name. */
    public Optional<String> schema() {
        return Optional.ofNullable(schema);
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Whether several instances may run side by side. */
    boolean scales() {
        return tier == Tier.SERVICE || tier == Tier.DOOR;
    }

    public static List<Part> services() {
        return Arrays.stream(values()).filter(part -> part.tier == Tier.SERVICE).toList();
    }

    public static Part named(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new LaunchException("nothing here is called \"" + id + "\"; there are: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Part::id).toList())));
    }

    /** Parts of one tier stop together; the tiers stop from the last to the first. */
    public enum Tier {
        DATABASE,
        BROKER,
        GROUND,
        SERVICE,
        DOOR
    }
}
