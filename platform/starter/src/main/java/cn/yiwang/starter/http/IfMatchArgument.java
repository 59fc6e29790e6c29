package cn.yiwang.starter.http;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code If-Match}. {@code *} would allow to overwrite what one has not seen, so it never matches. */
final class IfMatchArgument implements HandlerMethodArgumentResolver {

    private static final Pattern OURS = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        String[] values = request.getHeaderValues(HttpHeaders.IF_MATCH);
        if (values == null || values.length == 0) {
            throw new ProblemException(CommonProblem.PRECONDITION_REQUIRED);
        }
        Matcher matcher = OURS.matcher(values[0].strip());
        if (values.length > 1 || !matcher.matches()) {
            throw new ProblemException(CommonProblem.STALE_VERSION).at(HttpHeaders.IF_MATCH, "if-match.invalid");
        }
        return new IfMatch(Long.parseLong(matcher.group(1)));
    }
}
