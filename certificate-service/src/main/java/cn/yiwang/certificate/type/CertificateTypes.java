package cn.yiwang.certificate.type;

import java.util.Optional;

/** The kinds of certificate that can be asked for. */
public interface CertificateTypes {

    Optional<KnownType> find(String code);
}
