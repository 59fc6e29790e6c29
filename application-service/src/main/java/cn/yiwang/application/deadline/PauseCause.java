package cn.yiwang.application.deadline;

/** What can stop a clock. An on-site check (现场核查) is not among them: it runs inside the limit. */
public enum PauseCause {
    HEARING("听证", Ground.LAW),
    TENDER("招标", Ground.LAW),
    AUCTION("拍卖", Ground.LAW),
    INSPECTION_OF_GOODS("检验", Ground.LAW),
    TESTING("检测", Ground.LAW),
    QUARANTINE("检疫", Ground.LAW),
    APPRAISAL("鉴定", Ground.LAW),
    EXPERT_REVIEW("专家评审", Ground.LAW),
    RECTIFICATION("整改", Ground.SECTOR_RULE),
    SUSPENSION("中止", Ground.STEP);

    /** Why the time does not count. */
    public enum Ground {
        /** Administrative Licensing Law Art. 45 names it. */
        LAW,
        /** Only where a dated rule of the sector says so. */
        SECTOR_RULE,
        /** A step of its own stopped and resumed the handling. */
        STEP
    }

    private final String label;
    private final Ground ground;

    PauseCause(String label, Ground ground) {
        this.label = label;
        this.ground = ground;
    }

    public String label() {
        return label;
    }

    public Ground ground() {
        return ground;
    }
}
