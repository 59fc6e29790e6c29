package cn.yiwang.localstack.process;

import cn.yiwang.localstack.notice.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a port is free, and who has it if not. */
public final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The one line that says who is in the way and what to do. */
    public static LaunchException taken(int port, String wantedBy) {
        String owner = find(port).map(Processes::describe).orElse("a process of another user");
        return new LaunchException(
                "port %d, which %s needs, is taken by %s: stop it, or choose other ports with --port-base or YIWANG_PORT_BASE"
                        .formatted(port, wantedBy, owner));
    }

    /** The process that listens on the port, where the kernel lets us see it. */
    public static Optional<ProcessHandle> find(int port) {
        Set<String> sockets = new HashSet<>();
        addListening(Path.of("/proc/net/tcp"), port, sockets);
        addListening(Path.of("/proc/net/tcp6"), port, sockets);
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holdsOneOf(sockets, process.pid()))
                        .findFirst();
    }

    private static void addListening(Path table, int port, Set<String> sockets) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try {
            for (String line : Files.readAllLines(table)) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        } catch (IOException e) {
            // Another system than Linux, or no IPv6: the owner stays unknown.
            return;
        }
    }

    private static boolean holdsOneOf(Set<String> sockets, long pid) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : open) {
                if (isOneOf(sockets, descriptor)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOneOf(Set<String> sockets, Path descriptor) {
        try {
            return sockets.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return false;
        }
    }
}
