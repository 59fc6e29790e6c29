package cn.yiwang.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingLogTest {

    @TempDir
    Path folder;

    private Path file;
    private GrowingLog log;

    @BeforeEach
    void begin() {
        file = folder.resolve("sample-1.log");
        log = new GrowingLog(file);
    }

    @AfterEach
    void end() throws IOException {
        log.close();
    }

    @Test
    void lines_are_read_once_and_whole() throws IOException {
        assertThat(read()).as("there is no file yet").isEmpty();
        append("one\ntw");
        assertThat(read()).containsExactly("one");
        append("o\n三\n");
        assertThat(read()).containsExactly("two", "三");
        assertThat(read()).isEmpty();
    }

    @Test
    void the_tail_begins_with_a_whole_line() throws IOException {
        append("first line\nsecond line\nthird line\n");
        log.skipToTail(15);
        assertThat(read()).containsExactly("third line");
    }

    @Test
    void a_log_that_is_moved_away_is_read_to_its_end_and_the_next_from_its_beginning() throws IOException {
        append("old\n");
        assertThat(read()).containsExactly("old");
        append("last words\nwithout an end");
        Files.move(file, folder.resolve("sample-1.log.1"));
        assertThat(read()).containsExactly("last words", "without an end");
        // Longer than the one before, so that its size alone would not give it away.
        append("new, and quite a bit longer than the old one has ever been\nsecond\n");
        assertThat(read()).containsExactly("new, and quite a bit longer than the old one has ever been", "second");
    }

    @Test
    void a_log_that_is_emptied_is_read_again_from_its_beginning() throws IOException {
        append("before\n");
        assertThat(read()).containsExactly("before");
        Files.writeString(file, "new\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(read()).containsExactly("new");
    }

    @Test
    void a_last_line_without_an_end_is_there_when_asked_for() throws IOException {
        append("one\ntwo");
        assertThat(read()).containsExactly("one");
        List<String> rest = new ArrayList<>();
        log.readBegun(rest::add);
        assertThat(rest).containsExactly("two");
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        log.read(lines::add);
        return lines;
    }
}
