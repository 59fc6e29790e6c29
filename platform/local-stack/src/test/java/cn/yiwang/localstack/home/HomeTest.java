package cn.yiwang.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void the_last_words_of_a_log_are_its_last_lines_without_stack_frames() throws IOException {
        Path log = folder.resolve("sample-1.log");
        Files.writeString(log, """
                one
                two
                java.lang.IllegalStateException: the port is in use
                \tat somewhere.Deep.inside(Deep.java:1)
                \t... 12 more

                """);

        assertThat(new LogTail(log).lines(2))
                .containsExactly("two", "java.lang.IllegalStateException: the port is in use");
        assertThat(new LogTail(folder.resolve("none.log")).lines(2))
                .containsExactly("(nothing in " + folder.resolve("none.log") + ")");
    }

    @Test
    void the_folders_of_a_home_are_its_owners_only() throws IOException {
        Home home = new Home(folder, folder.resolve("home"));
        home.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path())))
                .isEqualTo("rwx------");
    }
}
