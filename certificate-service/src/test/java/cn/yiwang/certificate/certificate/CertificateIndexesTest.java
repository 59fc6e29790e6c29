package cn.yiwang.certificate.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.ServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class CertificateIndexesTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holder_index = REPEAT('x', 32) AND holder_kind = 'PERSON' AND id < 9 ORDER BY id DESC LIMIT 21 | certificate_of_holder",
                "issuer_code = 'x' AND division = 'y' AND id < 9 ORDER BY id DESC LIMIT 21 | certificate_of_issuer"
            })
    void every_way_to_look_has_its_index(String condition, String index) {
        assertThat(jdbc.sql("EXPLAIN SELECT id, holder_sealed FROM certificate WHERE " + condition)
                        .query()
                        .listOfRows()
                        .toString())
                .contains(index);
    }
}
