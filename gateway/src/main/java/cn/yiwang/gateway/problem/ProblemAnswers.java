package cn.yiwang.gateway.problem;

import cn.yiwang.gateway.edge.TraceParent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as answers. */
@Component
public class ProblemAnswers {

    private final ProblemTexts texts = new ProblemTexts();
    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** Answers the exchange with the problem; headers that were set before, such as {@code Retry-After}, stay. */
    public Mono<Void> write(ServerWebExchange exchange, GatewayProblem problem) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        ProblemTexts.Localized localized = texts.of(problem, request.getHeaders());
        byte[] body = json.writeValueAsBytes(new ProblemBody(
                "/problems/" + problem.slug(),
                localized.text().title(),
                problem.status().value(),
                localized.text().detail(),
                request.getURI().getRawPath(),
                TraceParent.of(exchange).traceId()));
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(body.length);
        headers.setContentLanguage(localized.locale());
        if (HttpMethod.HEAD.equals(request.getMethod())) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
