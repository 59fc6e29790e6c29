package cn.yiwang.certificate.holder;

import cn.yiwang.standards.CitizenId;
import cn.yiwang.standards.CreditCode;

/** What kind of code names the holder (GB/T 36903, 持证主体代码类型). */
public enum HolderCodeType {
    CREDIT_CODE("001", "统一社会信用代码", HolderKind.ORGANIZATION),
    CITIZEN_ID("111", "公民身份号码", HolderKind.PERSON);

    private final String code;
    private final String label;
    private final HolderKind kind;

    HolderCodeType(String code, String label, HolderKind kind) {
        this.code = code;
        this.label = label;
        this.kind = kind;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public HolderKind kind() {
        return kind;
    }

    /** Throws {@link cn.yiwang.standards.InvalidCodeException}, which does not repeat the value. */
    void check(String value) {
        switch (this) {
            case CREDIT_CODE -> new CreditCode(value);
            case CITIZEN_ID -> new CitizenId(value);
        }
    }
}
