package cn.yiwang.starter.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is involved: in filters and in front of the dispatcher. */
public final class ProblemWriter {

    private final ProblemRenderer renderer;
    private final JsonMapper json;

    ProblemWriter(ProblemRenderer renderer, JsonMapper json) {
        this.renderer = renderer;
        this.json = json;
    }

    /** Answers with the problem; headers that were set before stay. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        Locale wished = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Locale.SIMPLIFIED_CHINESE
                : request.getLocale();
        byte[] body = json.writeValueAsBytes(renderer.render(Problem.of(type), request.getRequestURI(), wished));
        response.setStatus(type.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
