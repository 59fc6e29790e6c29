package cn.yiwang.localstack.child;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Plan.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** With what a running instance was started, so that a new build or another setting is noticed. */
public final class Stamps {

    private Stamps() {}

    public static void write(Home home, Instance instance) throws IOException {
        Files.writeString(file(home, instance), instance.stamp());
    }

    /** Whether the living process was started with just this. */
    public static boolean matches(Home home, Instance instance) throws IOException {
        Path file = file(home, instance);
        return Files.exists(file) && Files.readString(file).equals(instance.stamp());
    }

    private static Path file(Home home, Instance instance) {
        return home.run().resolve(instance.key() + ".stamp");
    }
}
