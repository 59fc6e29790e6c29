package cn.yiwang.starter.problem;

import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Which problem an exception is. Whatever is not recognised here is unexpected and says nothing about itself. */
final class ProblemMapping {

    private ProblemMapping() {}

    static Problem describe(Exception failure) {
        Problem problem = recognise(failure);
        HttpHeaders headers = new HttpHeaders();
        // RFC 9110: 405 says Allow, 415 says Accept.
        if (failure instanceof ErrorResponse response) {
            headers.putAll(response.getHeaders());
        }
        if (problem.type().status().value() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, "2");
        }
        if (failure instanceof ProblemException ours && ours.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds(ours.retryAfter()));
        }
        return problem.with(headers);
    }

    /** RFC 9110, section 10.2.3: whole seconds. Rounded up, and never 0, which would say that now is fine. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    private static Problem recognise(Exception failure) {
        return switch (failure) {
            case ProblemException ours ->
                new Problem(ours.type(), List.of(ours.detailArguments()), ours.errors(), new HttpHeaders());
            case MethodArgumentNotValidException invalid -> ValidationProblems.describe(invalid.getBindingResult());
            case BindException invalid -> ValidationProblems.describe(invalid.getBindingResult());
            case HandlerMethodValidationException invalid
            when !invalid.isForReturnValue() -> ValidationProblems.describe(invalid);
            case HttpMessageNotReadableException unreadable -> JsonProblems.describe(unreadable.getCause());
            case MethodArgumentTypeMismatchException mismatch -> at(mismatch.getName(), "wrong-type");
            case TypeMismatchException mismatch -> at(String.valueOf(mismatch.getPropertyName()), "wrong-type");
            case MissingServletRequestParameterException missing -> at(missing.getParameterName(), "required");
            case MissingRequestHeaderException missing -> at(missing.getHeaderName(), "required");
            case MissingServletRequestPartException missing -> at(missing.getRequestPartName(), "required");
            case ServletRequestBindingException _ -> Problem.of(CommonProblem.INVALID_REQUEST);
            case MaxUploadSizeExceededException _ -> Problem.of(CommonProblem.CONTENT_TOO_LARGE);
            case MultipartException _ -> Problem.of(CommonProblem.MALFORMED_REQUEST);
            // The firewall found control characters in a header, or an address that says one thing and means another.
            case RequestRejectedException _ -> Problem.of(CommonProblem.MALFORMED_REQUEST);
            // Tomcat could not decode the query, or a form was too long for it.
            case InvalidParameterException broken ->
                Problem.of(byStatus(HttpStatusCode.valueOf(broken.getErrorCode())));
            case AccessDeniedException _ ->
                Problem.of(isAnonymous() ? CommonProblem.UNAUTHENTICATED : CommonProblem.FORBIDDEN);
            case AuthenticationException _ -> Problem.of(CommonProblem.UNAUTHENTICATED);
            case OptimisticLockingFailureException _ -> Problem.of(CommonProblem.STALE_VERSION);
            // Deadlock, lock time-out, a database that is away: nothing was stored and the same call may succeed soon.
            case TransientDataAccessException _ -> Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE);
            case RecoverableDataAccessException _ -> Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE);
            case DataAccessResourceFailureException _ -> Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE);
            case NonTransientDataAccessResourceException _ -> Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE);
            case CannotCreateTransactionException _ -> Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE);
            case TransactionSystemException _ -> Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE);
            case ErrorResponse response -> Problem.of(byStatus(response.getStatusCode()));
            default -> Problem.of(CommonProblem.UNEXPECTED);
        };
    }

    /** The common problem for a bare status, for failures that only have one. */
    static CommonProblem byStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> CommonProblem.UNAUTHENTICATED;
            case 403 -> CommonProblem.FORBIDDEN;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblem.NOT_ACCEPTABLE;
            case 409 -> CommonProblem.CONFLICT;
            case 412 -> CommonProblem.STALE_VERSION;
            case 413 -> CommonProblem.CONTENT_TOO_LARGE;
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
            case 428 -> CommonProblem.PRECONDITION_REQUIRED;
            case 429 -> CommonProblem.TOO_MANY_REQUESTS;
            case 503 -> CommonProblem.TEMPORARILY_UNAVAILABLE;
            default -> status.is4xxClientError() ? CommonProblem.MALFORMED_REQUEST : CommonProblem.UNEXPECTED;
        };
    }

    private static Problem at(String pointer, String code) {
        return Problem.of(CommonProblem.INVALID_REQUEST, FieldProblem.of(pointer, code));
    }

    private static boolean isAnonymous() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }
}
