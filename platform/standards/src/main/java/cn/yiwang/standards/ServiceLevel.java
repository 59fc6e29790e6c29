package cn.yiwang.standards;

/** The level of government that exercises a power (行使层级). */
public enum ServiceLevel {
    NATIONAL("1", "国家级"),
    PROVINCIAL("2", "省级"),
    MUNICIPAL("3", "市级"),
    COUNTY("4", "县级"),
    TOWNSHIP("5", "镇（乡、街道）级"),
    VILLAGE("6", "村（社区）级");

    private final String code;
    private final String label;

    ServiceLevel(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /**
     * The level with that digit.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ServiceLevel ofCode(String code) {
        for (ServiceLevel level : values()) {
            if (level.code.equals(code)) {
                return level;
            }
        }
        throw new IllegalArgumentException("No level " + code);
    }
}
