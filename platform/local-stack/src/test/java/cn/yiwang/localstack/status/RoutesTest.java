package cn.yiwang.localstack.status;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void a_gateway_that_is_not_there_reaches_nothing() {
        Plan plan = new Plan(1, 64_000, Profile.LOCAL, "/jdk", Environment.of(Map.of()), List.of());

        assertThat(Routes.reaches(plan, Part.CATALOG)).isFalse();
    }
}
