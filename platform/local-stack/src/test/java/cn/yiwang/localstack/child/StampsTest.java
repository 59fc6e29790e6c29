package cn.yiwang.localstack.child;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampsTest {

    @TempDir
    Path folder;

    @Test
    void a_stamp_tells_whether_an_instance_runs_what_is_wanted() throws IOException {
        Home home = new Home(folder, folder.resolve("home"));
        home.create();
        Plan.Instance first = new Plan.Instance(Part.CATALOG, 1, 18_090, "/apps/catalog-a", "stamp-a");
        Plan.Instance rebuilt = new Plan.Instance(Part.CATALOG, 1, 18_090, "/apps/catalog-b", "stamp-b");
        Stamps.write(home, first);

        assertThat(Stamps.matches(home, first)).isTrue();
        assertThat(Stamps.matches(home, rebuilt)).isFalse();
    }
}
