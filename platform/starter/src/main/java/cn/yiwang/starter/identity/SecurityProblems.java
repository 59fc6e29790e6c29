package cn.yiwang.starter.identity;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers 401 and 403 as problems; the answer never says which check a token failed, the log does. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof KeysUnavailableException) {
            log.error("Tokens cannot be verified", failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(request, response, CommonProblem.TEMPORARILY_UNAVAILABLE);
            return;
        }
        if (failure instanceof AdministratorsCombinedException) {
            log.warn("Token refused: {}", failure.getMessage());
            problems.write(request, response, CommonProblem.ADMINISTRATORS_COMBINED);
            return;
        }
        boolean tokenRefused = failure instanceof OAuth2AuthenticationException;
        if (tokenRefused) {
            log.info("Token refused: {}", reason(failure));
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, tokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(request, response, CommonProblem.UNAUTHENTICATED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        problems.write(request, response, CommonProblem.FORBIDDEN);
    }

    private static String reason(AuthenticationException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : failure.getMessage() + ": " + cause.getMessage();
    }
}
