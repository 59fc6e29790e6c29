package cn.yiwang.starter.web;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ContentTooLargeException;
import cn.yiwang.starter.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds bodies that are no file uploads; those have the bounds of multipart. */
final class BodyLimit extends OncePerRequestFilter {

    private final long maximum;
    private final ProblemWriter problems;

    BodyLimit(long maximum, ProblemWriter problems) {
        this.maximum = maximum;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        if (announced > maximum) {
            problems.write(request, response, CommonProblem.CONTENT_TOO_LARGE);
        } else if (announced >= 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new Limited(request, maximum), response);
        }
    }

    /** A request whose length was not announced. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long maximum;

        Limited(HttpServletRequest request, long maximum) {
            super(request);
            this.maximum = maximum;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), maximum);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private long left;

        LimitedStream(ServletInputStream stream, long maximum) {
            this.stream = stream;
            this.left = maximum;
        }

        @Override
        public int read() throws IOException {
            int b = stream.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = stream.read(target, offset, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new ContentTooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
