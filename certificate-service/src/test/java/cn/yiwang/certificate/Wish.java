package cn.yiwang.certificate;

import cn.yiwang.starter.confidential.AesGcmCodec;
import cn.yiwang.starter.confidential.KeyRing;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Topics;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request for a certificate as another service would send it; begins as the committed examples and is changed from there. */
public final class Wish {

    public static final String TOPIC = "yiwang.certificate.requests";
    public static final String TYPE = "cn.yiwang.certificate.requested.v1";
    public static final String PERSON = "431002199001013028";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AesGcmCodec seal;
    private final ObjectNode event = (ObjectNode) JSON.readTree(Contracts.example("certificate", TYPE));
    private final ObjectNode holder =
            (ObjectNode) JSON.readTree(Contracts.text("certificate/examples/sealed-holder.json"));
    private final UUID requestId = Ids.next();

    private Wish(Environment environment) {
        String key = environment.getRequiredProperty("yiwang.certificate-requests.keys.k1");
        this.seal = new AesGcmCodec(KeyRing.of("k1", Map.of("k1", key)), KeyRing.secretKey("k1", key, "HmacSHA256"));
        event.put("subject", requestId.toString());
        data().put("requestId", requestId.toString());
        data().put("applicationId", Ids.next().toString());
        seal();
    }

    /** A company asks for a drug licence. */
    public static Wish ofCompany(Environment environment) {
        return new Wish(environment);
    }

    /** A natural person asks for a drug licence. */
    public static Wish ofPerson(Environment environment) {
        return new Wish(environment)
                .with(data -> data.put("holderKind", "PERSON"))
                .withHolder(holder -> holder.put("holderName", "王小明（示例）")
                        .put("holderCode", PERSON)
                        .put("holderCodeType", "CITIZEN_ID"));
    }

    public Wish with(Consumer<ObjectNode> change) {
        change.accept(data());
        return this;
    }

    public Wish withHolder(Consumer<ObjectNode> change) {
        change.accept(holder);
        return seal();
    }

    public UUID requestId() {
        return requestId;
    }

    public String applicationId() {
        return data().path("applicationId").stringValue();
    }

    /** Publishes it as an event of its own and returns the event's id. */
    public UUID publish() {
        UUID id = Ids.next();
        Topics.publish(TOPIC, event.put("id", id.toString()).toString());
        return id;
    }

    /** The event as it is now. */
    public String json() {
        return event.toString();
    }

    private Wish seal() {
        byte[] sealed = seal.seal(holder.toString(), "certificate-request:" + requestId);
        data().put("sealed", Base64.getEncoder().encodeToString(sealed));
        return this;
    }

    private ObjectNode data() {
        return (ObjectNode) event.path("data");
    }
}
