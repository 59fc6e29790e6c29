package cn.yiwang.application.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryMaterialStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path root;

    private DirectoryMaterialStore store;

    @BeforeEach
    void open() throws IOException {
        store = at(NOW);
    }

    @Test
    void what_is_kept_can_be_read_by_its_hash() throws Exception {
        var content = new byte[200_000];
        content[150_000] = 7;
        byte[] hash;
        try (var incoming = store.receive(new ByteArrayInputStream(content), content.length)) {
            hash = incoming.sha256();
            assertThat(incoming.size()).isEqualTo(content.length);
            assertThat(incoming.head()).hasSize(64 * 1024);
            incoming.keep();
        }
        assertThat(hash).isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(store.open(hash)).hasBinaryContent(content);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void what_is_not_kept_leaves_nothing() throws IOException {
        byte[] hash;
        try (var incoming = store.receive(new ByteArrayInputStream(SampleFiles.pdf()), 10_000)) {
            hash = incoming.sha256();
        }
        assertThatThrownBy(() -> store.open(hash)).isInstanceOf(NoSuchFileException.class);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_stream_behind_its_bound_is_refused_and_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> store.receive(new ByteArrayInputStream(new byte[101]), 100))
                .isInstanceOf(MaterialStore.ContentTooLongException.class);
        assertThat(store.receive(new ByteArrayInputStream(new byte[100]), 100).size())
                .isEqualTo(100);
        assertThat(leftovers()).hasSize(1);
    }

    @Test
    void the_same_content_is_kept_once_and_may_be_kept_again() throws IOException {
        keep(SampleFiles.pdf());
        var hash = keep(SampleFiles.pdf());
        assertThat(store.open(hash)).hasBinaryContent(SampleFiles.pdf());
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void the_sweep_takes_old_contents_that_nobody_refers_to() throws IOException {
        var referred = keep(SampleFiles.pdf());
        var orphan = keep(SampleFiles.png());
        var later = at(NOW.plus(Duration.ofDays(3)));
        byte[] young;
        try (var incoming = later.receive(new ByteArrayInputStream(SampleFiles.jpeg()), 10_000)) {
            young = incoming.sha256();
            incoming.keep();
        }
        assertThat(later.sweep(NOW.plus(Duration.ofDays(2)), hash -> MessageDigest.isEqual(hash, referred)))
                .isEqualTo(1);
        assertThat(store.open(referred)).isNotNull();
        assertThat(store.open(young)).isNotNull();
        assertThatThrownBy(() -> store.open(orphan)).isInstanceOf(NoSuchFileException.class);
    }

    private byte[] keep(byte[] content) throws IOException {
        try (var incoming = store.receive(new ByteArrayInputStream(content), 10_000)) {
            incoming.keep();
            return incoming.sha256();
        }
    }

    private DirectoryMaterialStore at(Instant now) throws IOException {
        return new DirectoryMaterialStore(root, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(root.resolve("incoming"))) {
            return files.toList();
        }
    }
}
