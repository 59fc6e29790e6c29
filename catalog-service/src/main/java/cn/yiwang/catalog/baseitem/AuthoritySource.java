package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.body.Coded;
import java.util.Arrays;
import java.util.Optional;

/** From where a body has the power (权力来源). */
public enum AuthoritySource {
    OWN_BY_LAW("1", "法定本级行使"),
    DELEGATED_DOWN("2", "上级下放"),
    AUTHORIZED_BY_SUPERIOR("3", "上级授权"),
    AUTHORIZED_BY_PEER("4", "同级授权"),
    ENTRUSTED_BY_SUPERIOR("5", "上级委托"),
    ENTRUSTED_BY_PEER("6", "同级委托");

    private final String code;
    private final String label;

    AuthoritySource(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public Coded coded() {
        return new Coded(code, label);
    }

    public static Optional<AuthoritySource> ofCode(String code) {
        return Arrays.stream(values())
                .filter(source -> source.code.equals(code))
                .findFirst();
    }
}
