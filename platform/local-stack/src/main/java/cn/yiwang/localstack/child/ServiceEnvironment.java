package cn.yiwang.localstack.child;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.secrets.SecretKind;
import cn.yiwang.localstack.secrets.Secrets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a child is told, by its environment only: a command line is readable by every user of the machine.
 *
 * <p>Each service gets its own keys and its own database user; only two share a key, the one that seals certificate
 * requests and the one that opens them.
 */
public final class ServiceEnvironment {

    /** A mobile app is sent back to by a scheme of its own (RFC 8252, 7.1). */
    private static final String MOBILE_APP = "cn.yiwang.app:/callback";

    private static final String KEY_ID = "k1";

    private final Home home;
    private final Plan plan;
    private final Secrets secrets;
    private final @Nullable String tokenEndpoint;

    public ServiceEnvironment(Home home, Plan plan, @Nullable String tokenEndpoint) {
        this.home = home;
        this.plan = plan;
        this.secrets = home.secrets();
        this.tokenEndpoint = tokenEndpoint;
    }

    public Map<String, String> of(Instance instance) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", Integer.toString(instance.port()));
        variables.put("SPRING_MAIN_BANNERMODE", "off");
        switch (instance.part()) {
            case MARIADB, KAFKA -> {}
            case DISCOVERY -> variables.put("SPRING_PROFILES_ACTIVE", "local");
            case IDENTITY -> identity(variables);
            case GATEWAY -> {
                registered(variables, instance);
                trusting(variables);
            }
            case CATALOG, COMPLAINT -> service(variables, instance);
            case EXCHANGE -> {
                service(variables, instance);
                // The partner of the demo listens on this machine; nowhere else may a webhook go to a loopback address.
                variables.put("YIWANG_EXCHANGE_WEBHOOK_ALLOWLOOPBACK", "true");
            }
            case APPLICATION -> {
                service(variables, instance);
                certificateRequests(variables);
                variables.put(
                        "YIWANG_FILES_DIRECTORY", home.data().resolve("files").toString());
            }
            case CERTIFICATE -> {
                service(variables, instance);
                certificateRequests(variables);
            }
        }
        return variables;
    }

    private void identity(Map<String, String> variables) {
        variables.put("YIWANG_IDENTITY_ISSUER", plan.issuer());
        variables.put("YIWANG_IDENTITY_SECRETSDIRECTORY", secrets.directory().toString());
        variables.put(
                "YIWANG_IDENTITY_REDIRECTURIS", "http://127.0.0.1/callback," + MOBILE_APP + "," + plan.gateway() + "/");
    }

    private void service(Map<String, String> variables, Instance instance) {
        registered(variables, instance);
        trusting(variables);
        String name = instance.part().id();
        instance.part().schema().ifPresent(schema -> database(variables, schema));
        variables.put("SPRING_KAFKA_BOOTSTRAPSERVERS", plan.broker());
        variables.put("YIWANG_SECURITY_CLIENT_ID", name);
        variables.put("YIWANG_SECURITY_CLIENT_SECRET", secrets.password(SecretKind.CLIENT, name));
        variables.put(
                "YIWANG_SECURITY_CLIENT_TOKENURI",
                tokenEndpoint != null ? tokenEndpoint : plan.issuer() + "/oauth2/token");
        variables.put("YIWANG_CONFIDENTIAL_CURRENTKEY", KEY_ID);
        variables.put("YIWANG_CONFIDENTIAL_KEYS_K1", secrets.key(name + ".confidential." + KEY_ID));
        variables.put("YIWANG_CONFIDENTIAL_INDEXKEY", secrets.key(name + ".confidential-index"));
        variables.put("YIWANG_AUDIT_KEY", secrets.key(name + ".audit"));
    }

    private void database(Map<String, String> variables, String schema) {
        Environment environment = plan.environment();
        if (environment.mysqlUrl() == null) {
            variables.put("SPRING_DATASOURCE_URL", Databases.embeddedUrl(plan, schema));
            variables.put("SPRING_DATASOURCE_USERNAME", schema);
            variables.put("SPRING_DATASOURCE_PASSWORD", secrets.password(SecretKind.DATABASE, schema));
        } else {
            variables.put("SPRING_DATASOURCE_URL", Databases.foreignUrl(environment.mysqlUrl(), schema));
            variables.put("SPRING_DATASOURCE_USERNAME", String.valueOf(environment.mysqlUser()));
            variables.put("SPRING_DATASOURCE_PASSWORD", String.valueOf(environment.mysqlPassword()));
        }
    }

    private void certificateRequests(Map<String, String> variables) {
        variables.put("YIWANG_CERTIFICATEREQUESTS_CURRENTKEY", KEY_ID);
        variables.put("YIWANG_CERTIFICATEREQUESTS_KEYS_K1", secrets.key("certificate-requests." + KEY_ID));
    }

    private void trusting(Map<String, String> variables) {
        variables.put("YIWANG_SECURITY_ISSUERS_0_URI", plan.issuer());
        if (plan.environment().issuer() == null) {
            // Known beforehand, so that the first token costs no look-up of metadata.
            variables.put("YIWANG_SECURITY_ISSUERS_0_JWKSETURI", plan.issuer() + "/oauth2/jwks");
        }
        String second = plan.environment().secondIssuer();
        if (second != null) {
            variables.put("YIWANG_SECURITY_ISSUERS_1_URI", second);
        }
        String keys = plan.environment().secondIssuerKeys();
        if (second != null && keys != null) {
            variables.put("YIWANG_SECURITY_ISSUERS_1_JWKSETURI", keys);
        }
        variables.put("YIWANG_PUBLICBASEURL", plan.gateway());
    }

    /** Quick to be found, quick to be forgotten: one machine, few instances. */
    private void registered(Map<String, String> variables, Instance instance) {
        variables.put("EUREKA_CLIENT_SERVICEURL_DEFAULTZONE", plan.registry());
        variables.put("EUREKA_CLIENT_REGISTRYFETCHINTERVALSECONDS", "1");
        variables.put("EUREKA_CLIENT_INITIALINSTANCEINFOREPLICATIONINTERVALSECONDS", "0");
        variables.put("EUREKA_CLIENT_INSTANCEINFOREPLICATIONINTERVALSECONDS", "2");
        variables.put("EUREKA_CLIENT_HEARTBEATEXECUTOREXPONENTIALBACKOFFBOUND", "1");
        variables.put("EUREKA_CLIENT_CACHEREFRESHEXECUTOREXPONENTIALBACKOFFBOUND", "1");
        variables.put("EUREKA_INSTANCE_LEASERENEWALINTERVALINSECONDS", "2");
        variables.put("EUREKA_INSTANCE_LEASEEXPIRATIONDURATIONINSECONDS", "6");
        variables.put("EUREKA_INSTANCE_HOSTNAME", "127.0.0.1");
        variables.put("EUREKA_INSTANCE_IPADDRESS", "127.0.0.1");
        variables.put("EUREKA_INSTANCE_PREFERIPADDRESS", "true");
        variables.put("EUREKA_INSTANCE_INSTANCEID", instance.key() + ":" + instance.port());
        variables.put("SPRING_CLOUD_LOADBALANCER_CACHE_TTL", "1s");
        variables.put("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "8s");
    }
}
