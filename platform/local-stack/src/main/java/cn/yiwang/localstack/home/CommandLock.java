package cn.yiwang.localstack.home;

import cn.yiwang.localstack.notice.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** One command at a time changes a home; the kernel lets go of the lock when its holder ends, however it ends. */
public final class CommandLock implements AutoCloseable {

    private final FileChannel channel;
    private final long takenAt = System.nanoTime();

    private CommandLock(FileChannel channel) {
        this.channel = channel;
    }

    public static CommandLock take(Home home, Progress progress) {
        try {
            FileChannel channel = FileChannel.open(
                    home.run().resolve("command.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                progress.says("waiting for another command on " + home.path() + " to end");
                lock = channel.lock();
            }
            if (!lock.isValid()) {
                throw new IOException("lost the lock");
            }
            return new CommandLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + home.run(), e);
        }
    }

    public long takenAt() {
        return takenAt;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
