package cn.yiwang.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept open. The load program shares the processors with what it measures, so the client
 * is as small as HTTP allows.
 */
public final class HttpLine implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int MILLIS = 30_000;

    private final String host;
    private final InetSocketAddress server;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private @Nullable Socket socket;

    /** A line to a server of this machine, named by its address and port. */
    public HttpLine(URI base) {
        host = base.getHost();
        server = new InetSocketAddress(InetAddress.ofLiteral(host), base.getPort());
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @param headers complete lines, each ended by CR LF
     */
    public Answer send(String method, String path, String headers, byte @Nullable [] body) throws IOException {
        Socket connected = socket;
        if (connected != null) {
            try {
                return exchange(connected, method, path, headers, body);
            } catch (EOFException e) {
                // The server closed the idle connection before it read the request.
                close();
            }
        }
        return exchange(connect(), method, path, headers, body);
    }

    private Answer exchange(Socket connected, String method, String path, String headers, byte @Nullable [] body)
            throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + (body == null ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = headBytes;
        if (body != null) {
            request = new byte[headBytes.length + body.length];
            System.arraycopy(headBytes, 0, request, 0, headBytes.length);
            System.arraycopy(body, 0, request, headBytes.length, body.length);
        }
        connected.getOutputStream().write(request);
        return read(connected.getInputStream());
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(MILLIS);
        fresh.connect(server, MILLIS);
        position = 0;
        limit = 0;
        socket = fresh;
        return fresh;
    }

    private Answer read(InputStream in) throws IOException {
        String statusLine = line(in);
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        String etag = "";
        String location = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "etag" -> etag = value;
                case "location" -> location = value;
                default -> {}
            }
        }
        String body = new String(chunked ? chunks(in) : bytes(in, length), StandardCharsets.UTF_8);
        if (last) {
            close();
        }
        return new Answer(status, etag, location, body);
    }

    private byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in), 16);
            body.writeBytes(bytes(in, size));
            if (!line(in).isEmpty()) {
                throw new IOException("a chunk does not end where it should");
            }
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] bytes(InputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            if (position == limit) {
                fill(in);
            }
            int part = Math.min(count - done, limit - position);
            System.arraycopy(buffer, position, bytes, done, part);
            position += part;
            done += part;
        }
        return bytes;
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            if (position == limit) {
                fill(in);
            }
            byte b = buffer[position++];
            if (b == '\n') {
                line.setLength(line.length() - 1);
                return line.toString();
            }
            line.append((char) (b & 0xFF));
        }
    }

    private void fill(InputStream in) throws IOException {
        limit = in.read(buffer);
        position = 0;
        if (limit < 0) {
            limit = 0;
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
