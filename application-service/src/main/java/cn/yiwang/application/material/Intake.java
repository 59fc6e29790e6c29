package cn.yiwang.application.material;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.material.FileInspection.Verdict;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in a file for one material of a guide: bounded, judged by its content, kept before anybody refers to it. */
@Component
public class Intake {

    private final MaterialStore store;
    private final Clock clock;
    private final FileInspection inspection = new FileInspection();

    Intake(MaterialStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps the content and returns the row that is to refer to it.
     *
     * @throws ProblemException 413 too large, 415 a type the guide does not name, 422 a file that is not what it says
     */
    public Material take(
            Guide.Material wanted, @Nullable String givenName, @Nullable String declaredType, InputStream content)
            throws IOException {
        String name = FileName.clean(givenName);
        try (MaterialStore.Incoming incoming = store.receive(content, wanted.maxBytes())) {
            String type =
                    genuineType(inspection.judge(incoming.head(), name, declaredType, wanted.mediaTypes()), wanted);
            incoming.keep();
            return new Material(
                    Ids.next(), wanted.code(), name, type, incoming.size(), incoming.sha256(), clock.instant());
        } catch (MaterialStore.ContentTooLongException tooLong) {
            throw new ProblemException(ApplicationProblem.MATERIAL_TOO_LARGE, wanted.maxBytes());
        }
    }

    private static String genuineType(Verdict verdict, Guide.Material wanted) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> genuine.mediaType();
            case Verdict.NotAllowed other ->
                throw new ProblemException(
                        ApplicationProblem.MATERIAL_TYPE_NOT_ALLOWED,
                        other.mediaType(),
                        String.join(", ", wanted.mediaTypes()));
            case Verdict.Lies lies ->
                throw new ProblemException(ApplicationProblem.MATERIAL_NOT_WHAT_IT_SAYS, lies.mediaType());
        };
    }
}
