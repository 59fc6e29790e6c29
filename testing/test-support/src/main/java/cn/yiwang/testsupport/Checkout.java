package cn.yiwang.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that a test runs in. */
final class Checkout {

    private Checkout() {}

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "not inside a checkout: " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    static Path cache() {
        return root().resolve(".yiwang").resolve("cache");
    }
}
