package cn.yiwang.certificate.holder;

/** Whether a certificate belongs to a person or an organization. */
public enum HolderKind {
    PERSON,
    ORGANIZATION
}
