package cn.yiwang.starter.problem;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** A failure, understood: what it is, where it is and which headers go with the answer. */
record Problem(ProblemType type, List<Object> arguments, List<FieldProblem> errors, HttpHeaders headers) {

    static Problem of(ProblemType type, FieldProblem... errors) {
        return new Problem(type, List.of(), List.of(errors), new HttpHeaders());
    }

    static Problem of(ProblemType type, List<FieldProblem> errors) {
        return new Problem(type, List.of(), List.copyOf(errors), new HttpHeaders());
    }

    Problem with(HttpHeaders more) {
        return new Problem(type, arguments, errors, more);
    }
}
