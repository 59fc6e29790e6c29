package cn.yiwang.application.handling;

import cn.yiwang.application.material.Material;
import cn.yiwang.application.material.MaterialStore;
import cn.yiwang.application.material.Materials;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows applications to those who may see them, and each reader only what concerns them. */
@Component
public class ReadApplications {

    private static final Set<String> OF_OTHERS = Set.of(
            "department-reviewed", "department-escalated", "materials-checked", "inspected", "inspection-confirmed");

    private final Desk desk;
    private final Details details;
    private final Applicants applicants;
    private final ReviewTasks tasks;
    private final History history;
    private final Materials materials;
    private final MaterialStore store;
    private final AuditTrail audit;

    ReadApplications(
            Desk desk,
            Details details,
            Applicants applicants,
            ReviewTasks tasks,
            History history,
            Materials materials,
            MaterialStore store,
            AuditTrail audit) {
        this.desk = desk;
        this.details = details;
        this.applicants = applicants;
        this.tasks = tasks;
        this.history = history;
        this.materials = materials;
        this.store = store;
        this.audit = audit;
    }

    /** A department that was only asked sees its own task, and nobody to call. */
    @Transactional(readOnly = true)
    public ApplicationDetails read(Actor actor, UUID id) {
        Details.Row row = details.find(id, desk.access().of(actor)).orElseThrow(ReadApplications::notFound);
        Application application = row.application();
        boolean everything = Access.seesEverything(actor, application);
        Applicant applicant = applicants.open(row.sealedApplicant());
        return new ApplicationDetails(
                application,
                desk.guide(application),
                everything ? applicant : applicant.with(null, Map.of()),
                row.summary(),
                row.licence(),
                row.decision(),
                row.certificate(),
                row.moments(),
                tasks.of(application.key()).stream()
                        .filter(task -> everything || task.department().equals(actor.department()))
                        .toList(),
                materials.of(application.key()));
    }

    /** The applicant's own, newest first. */
    public Page<Listed> list(Actor actor, PageRequest page) {
        String after = page.after();
        long before = after == null ? Long.MAX_VALUE : Cursor.decode(after, 1).longAt(0);
        List<Application> rows = details.list(desk.access().of(actor), before, page.limit() + 1);
        return Page.of(rows, page, last -> Cursor.encode(last.key()))
                .map(application ->
                        new Listed(application, desk.guide(application).name()));
    }

    /** One application of a list, with the name of its item. */
    public record Listed(Application application, String itemName) {}

    @Transactional(readOnly = true)
    public List<HistoryEntry> history(Actor actor, UUID id) {
        Application application = desk.applications().read(id, desk.access().of(actor));
        boolean everything = Access.seesEverything(actor, application);
        return history.of(application.key()).stream()
                .filter(entry -> everything || concerns(entry, actor, application))
                .toList();
    }

    /** A department never reads what another one said, were it the competent body's own reviewers. */
    private static boolean concerns(HistoryEntry entry, Actor actor, Application application) {
        String by = entry.department();
        if (by == null || by.equals(actor.department())) {
            return true;
        }
        return by.equals(application.body()) && !OF_OTHERS.contains(entry.event());
    }

    /** Finds a material; that an official looked into it goes on record. */
    @Transactional
    public Material material(Actor actor, UUID id, UUID materialId) {
        Application application = desk.applications().read(id, desk.access().of(actor));
        Material material = materials.find(application.key(), materialId).orElseThrow(ReadApplications::notFound);
        if (actor.type() == SubjectType.STAFF) {
            audit.record(
                    actor,
                    new AuditEntry(
                            "read-material",
                            "application",
                            id.toString(),
                            null,
                            Map.of("material", materialId.toString(), "code", material.code())));
        }
        return material;
    }

    public InputStream content(Material material) throws IOException {
        return store.open(material.sha256());
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
