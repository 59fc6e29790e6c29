package cn.yiwang.certificate.certificate;

/** A code with the name that was valid when the certificate was issued. */
public record Named(String code, String name) {}
