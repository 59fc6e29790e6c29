package cn.yiwang.localstack.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void only_the_owner_can_read_them() throws IOException {
        Path directory = home.resolve("secrets");
        Secrets secrets = Secrets.in(directory);
        secrets.password(SecretKind.PERSON, "agent");
        secrets.key("audit");
        secrets.document("document.json", () -> "{}");

        assertThat(permissions(directory)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(permissions(file))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void they_stay_the_same_from_one_start_to_the_next() {
        String first = Secrets.in(home).password(SecretKind.DATABASE, "yiwang_catalog");

        assertThat(Secrets.in(home).password(SecretKind.DATABASE, "yiwang_catalog"))
                .isEqualTo(first);
        assertThat(Secrets.in(home).passwords(SecretKind.DATABASE, Set.of("yiwang_catalog", "yiwang_exchange")))
                .containsEntry("yiwang_catalog", first)
                .hasSize(2);
    }

    @Test
    void no_two_checkouts_and_no_two_names_share_one(@TempDir Path other) {
        assertThat(Secrets.in(home).key("audit")).isNotEqualTo(Secrets.in(other).key("audit"));
        assertThat(Secrets.in(home).key("audit")).isNotEqualTo(Secrets.in(home).key("index"));
        assertThat(Base64.getDecoder().decode(Secrets.in(home).key("audit"))).hasSize(32);
    }

    @Test
    void who_asks_first_decides_for_everybody() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> askers = IntStream.range(0, 32)
                    .<Callable<String>>mapToObj(i -> () -> Secrets.in(home).key("audit"))
                    .toList();
            List<String> answers =
                    threads.invokeAll(askers).stream().map(Future::resultNow).toList();

            assertThat(answers).containsOnly(answers.getFirst());
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
