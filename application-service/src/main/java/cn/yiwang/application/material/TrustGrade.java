package cn.yiwang.application.material;

/** How far a material can be relied on (材料可信等级). */
public enum TrustGrade {
    /** From the body that issued it: taken as it is. */
    A("发证机关提供"),
    /** Its paper was checked by a window: taken again. */
    B("窗口核验"),
    /** Uploaded by the applicant: the original has still to be seen. */
    C("申请人上传"),
    /** Made by the applicant, who vouches for it. */
    D("申请人自制");

    private final String label;

    TrustGrade(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it stands for a material without anything more being asked. */
    public boolean sufficesAlone() {
        return switch (this) {
            case A, B -> true;
            case C, D -> false;
        };
    }
}
