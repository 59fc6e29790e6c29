package cn.yiwang.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

    @Test
    void a_port_that_somebody_listens_on_is_not_free_and_its_owner_is_named() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            long self = ProcessHandle.current().pid();

            assertThat(PortOwner.isFree(port)).isFalse();
            assertThat(PortOwner.find(port)).map(ProcessHandle::pid).contains(self);
            assertThat(PortOwner.taken(port, "gateway-1"))
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("gateway-1")
                    .hasMessageContaining("pid " + self)
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void a_port_is_free_again_when_its_owner_has_closed_it() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(PortOwner.isFree(port)).isTrue();
        assertThat(PortOwner.find(port)).isEmpty();
    }
}
