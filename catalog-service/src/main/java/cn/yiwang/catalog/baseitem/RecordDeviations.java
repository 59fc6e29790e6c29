package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.baseitem.Implementations.Implementation;
import cn.yiwang.catalog.standard.Deviation;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record where an implementation differs from the standard and why; its guides are judged again by what is on record. */
@Service
class RecordDeviations {

    private final BaseItems bases;
    private final Implementations implementations;
    private final AuditTrail audit;

    RecordDeviations(BaseItems bases, Implementations implementations, AuditTrail audit) {
        this.bases = bases;
        this.implementations = implementations;
        this.audit = audit;
    }

    @Transactional
    Implementation record(String code, List<Deviation> deviations, Actor editor, long seenVersion) {
        SetStandard.requireProvince(editor);
        requireOneEach(deviations);
        var implementation = implementations
                .find(code)
                .orElseThrow(() -> new ProblemException(StandardProblem.IMPLEMENTATION_NOT_FOUND, code));
        var base = bases.findForChange(implementation.code().baseCode().value()).orElseThrow();
        implementations.replaceDeviations(implementation, deviations, seenVersion);
        bases.countRevision(base);
        audit.record(new AuditEntry(
                "record-deviations",
                "implementation",
                code,
                null,
                Map.of("aspects", deviations.stream().map(Deviation::aspect).toList())));
        return implementations.find(code).orElseThrow();
    }

    static void requireOneEach(List<Deviation> deviations) {
        if (!deviations.stream().map(Deviation::aspect).allMatch(new HashSet<>()::add)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/deviations", "invalid-value");
        }
    }
}
