package cn.yiwang.certificate.type;

import cn.yiwang.standards.CertificateType;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredCertificateTypes implements CertificateTypes {

    private final JdbcClient jdbc;

    StoredCertificateTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownType> find(String code) {
        if (!CertificateType.isValid(code)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT code, name, validity_years, number_rule FROM certificate_type WHERE code = ?""")
                .param(code)
                .query((row, index) -> new KnownType(
                        new CertificateType(row.getString("code")),
                        row.getString("name"),
                        row.getInt("validity_years"),
                        NumberRule.valueOf(row.getString("number_rule"))))
                .optional();
    }
}
