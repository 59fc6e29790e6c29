package cn.yiwang.certificate.certificate;

/** What a link leads to. */
sealed interface Linked {

    /** A certificate that could be read; whether it is genuine is the signature's to say. */
    record Whole(Certificate certificate) implements Linked {}

    /** A sealed part of the row was altered and opens no more: what lies open can be shown, and that it is not to be believed. */
    record Damaged(Face face) implements Linked {}
}
