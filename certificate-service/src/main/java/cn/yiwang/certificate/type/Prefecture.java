package cn.yiwang.certificate.type;

import cn.yiwang.standards.DivisionCode;

/** How certificate numbers name Hunan's prefectures: by telephone area (drugs) or by one character (devices). */
enum Prefecture {
    HUNAN("4300", "731", "湘"),
    CHANGSHA("4301", "731", "长"),
    ZHUZHOU("4302", "731", "株"),
    XIANGTAN("4303", "731", "潭"),
    HENGYANG("4304", "734", "衡"),
    SHAOYANG("4305", "739", "邵"),
    YUEYANG("4306", "730", "岳"),
    CHANGDE("4307", "736", "常"),
    ZHANGJIAJIE("4308", "744", "张"),
    YIYANG("4309", "737", "益"),
    CHENZHOU("4310", "735", "郴"),
    YONGZHOU("4311", "746", "永"),
    HUAIHUA("4312", "745", "怀"),
    LOUDI("4313", "738", "娄"),
    XIANGXI("4331", "743", "州");

    private final String digits;
    private final String area;
    private final String shortName;

    Prefecture(String digits, String area, String shortName) {
        this.digits = digits;
        this.area = area;
        this.shortName = shortName;
    }

    static Prefecture of(DivisionCode division) {
        for (Prefecture prefecture : values()) {
            if (division.value().startsWith(prefecture.digits)) {
                return prefecture;
            }
        }
        throw new NumberNotComposableException("No prefecture of Hunan: " + division);
    }

    /** The telephone area without its leading zero. */
    String area() {
        return area;
    }

    String shortName() {
        return shortName;
    }
}
