package cn.yiwang.localstack.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.plan.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForeignServersTest {

    @Test
    void a_foreign_server_that_does_not_answer_is_named_by_its_variable() throws IOException {
        String nobody = "127.0.0.1:" + freePort();

        assertThatThrownBy(() -> check(Map.of(
                        "YIWANG_MYSQL_URL", "jdbc:mysql://" + nobody,
                        "YIWANG_MYSQL_USER", "yiwang",
                        "YIWANG_MYSQL_PASSWORD", "a-secret")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("YIWANG_MYSQL_URL")
                .hasMessageNotContaining("a-secret")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> check(Map.of("YIWANG_KAFKA_BOOTSTRAP_SERVERS", nobody)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("YIWANG_KAFKA_BOOTSTRAP_SERVERS");
        assertThatThrownBy(() -> check(Map.of("YIWANG_ISSUER_URI", "http://" + nobody)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("YIWANG_ISSUER_URI");
    }

    @Test
    void one_broker_that_answers_is_enough() throws IOException {
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ForeignServers.answers("127.0.0.1:" + freePort() + ", 127.0.0.1:" + broker.getLocalPort()))
                    .isTrue();
        }
        assertThat(ForeignServers.answers("127.0.0.1:" + freePort())).isFalse();
    }

    @Test
    void a_platform_on_its_own_parts_needs_nothing_from_elsewhere() {
        check(Map.of());
    }

    private static void check(Map<String, String> variables) {
        Instance gateway = new Instance(Part.GATEWAY, 1, 41_000, "/somewhere", "stamp");
        ForeignServers.check(new Plan(1, 41_000, Profile.LOCAL, "/jdk", Environment.of(variables), List.of(gateway)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
