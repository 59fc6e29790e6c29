package cn.yiwang.application.handling;

import cn.yiwang.application.material.Materials;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole file of an application, for what is written from it. */
@Component
public class CaseFiles {

    /** For this service's own work, which no reader asked for. */
    static final Visibility ANYBODY = new Visibility("1 = 1", Map.of());

    private final Desk desk;
    private final Details details;
    private final Applicants applicants;
    private final History history;
    private final ReviewTasks tasks;
    private final Materials materials;

    CaseFiles(
            Desk desk,
            Details details,
            Applicants applicants,
            History history,
            ReviewTasks tasks,
            Materials materials) {
        this.desk = desk;
        this.details = details;
        this.applicants = applicants;
        this.history = history;
        this.tasks = tasks;
        this.materials = materials;
    }

    /** The file of an application that the actor may see; 404 for any other. */
    @Transactional(readOnly = true)
    public CaseFile of(Actor actor, UUID id) {
        return file(details.find(id, desk.access().of(actor)));
    }

    /** The file for this service's own work. */
    @Transactional(readOnly = true)
    public CaseFile of(UUID id) {
        return file(details.find(id, ANYBODY));
    }

    /** Whether the actor sees what every body did: the applicant does, and the competent body. */
    public static boolean isSeenWhole(Actor actor, Application application) {
        return Access.seesEverything(actor, application);
    }

    private CaseFile file(Optional<Details.Row> found) {
        Details.Row row = found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        Application application = row.application();
        return new CaseFile(
                application,
                desk.guide(application),
                applicants.open(row.sealedApplicant()),
                row.summary(),
                row.decision(),
                row.certificate(),
                row.moments(),
                history.of(application.key()),
                tasks.of(application.key()),
                materials.of(application.key()));
    }
}
