package cn.yiwang.certificate.use;

/** How far a certificate can be relied on without its paper (可信等级). */
public enum TrustGrade {
    /** Issued by the body itself: taken as it is. */
    A,
    /** The paper was checked by a window: taken again. */
    B,
    /** Uploaded by its holder: the original has still to be seen. */
    C,
    /** Made by its holder, who vouches for it. */
    D
}
