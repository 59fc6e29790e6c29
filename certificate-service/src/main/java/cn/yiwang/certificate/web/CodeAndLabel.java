package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.PublicStatus;

/** A code with the text that a person reads. */
record CodeAndLabel(String code, String label) {

    static CodeAndLabel of(PublicStatus status) {
        return new CodeAndLabel(status.code(), status.label());
    }
}
