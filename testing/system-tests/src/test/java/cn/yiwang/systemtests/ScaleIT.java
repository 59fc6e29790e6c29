package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.Persona;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two instances of a service share its work, and one of them dies. */
@Order(50)
class ScaleIT {

    private static final String SERVICE = "application-service";

    @Test
    void both_instances_work_and_when_one_dies_nothing_is_lost() throws Exception {
        var platform = Platform.running();
        platform.scale(SERVICE, 2);
        try {
            var instances = platform.instances(SERVICE);
            assertThat(instances).hasSize(2).allMatch(Platform.Instance::healthy);
            List<Filing> acknowledged;
            try (var stream = Stream.start(3)) {
                stream.awaitMore(12);
                assertThat(instances)
                        .allSatisfy(instance ->
                                assertThat(served(instance)).as("%s", instance).isPositive());
                platform.kill(instances.getFirst());
                stream.awaitMore(6);
                acknowledged = stream.finish();
            }
            assertThat(acknowledged).allSatisfy(filing -> assertThat(filing.read(Persona.APPROVER)
                            .expect(200)
                            .json()
                            .path("decision")
                            .path("outcome")
                            .asString(""))
                    .isEqualTo("GRANTED"));
            Broker.awaitEvents(
                    "yiwang.application", acknowledged.stream().map(Filing::id).toList(), 4);
        } finally {
            platform.scale(SERVICE, 1);
        }
    }

    /** How many calls on applications the instance says that it has answered. */
    private static double served(Platform.Instance instance) {
        var metrics = Call.get("/actuator/prometheus")
                .at(instance.address())
                .send()
                .expect(200)
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                .filter(line -> line.contains("uri=\"/api/v1/applications"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
