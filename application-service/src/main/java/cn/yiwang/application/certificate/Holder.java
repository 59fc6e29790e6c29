package cn.yiwang.application.certificate;

import cn.yiwang.application.guide.Guide.Audience;
import java.util.Map;

/** Who a certificate is for and what else is written on it; leaves this service sealed only. */
public record Holder(Audience type, String name, String code, Map<String, String> fields) {

    public Holder {
        fields = Map.copyOf(fields);
    }

    /** Leaves everything personal out. */
    @Override
    public String toString() {
        return "Holder[" + type + "]";
    }
}
