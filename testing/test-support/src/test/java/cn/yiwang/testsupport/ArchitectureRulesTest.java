package cn.yiwang.testsupport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.standards.CreditCode;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    @Test
    void the_pure_java_of_the_standards_keeps_all_rules() {
        ArchitectureRules.check("cn.yiwang.standards", CreditCode.class);
    }

    @Test
    void a_package_that_reads_the_clock_of_the_machine_is_found() {
        assertThatThrownBy(() -> ArchitectureRules.check("org.awaitility")).isInstanceOf(AssertionError.class);
    }
}
