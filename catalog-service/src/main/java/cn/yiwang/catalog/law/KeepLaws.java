package cn.yiwang.catalog.law;

import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters laws and their repeal. What was entered stays: an entry is evidence for the guides that cite it. */
@Service
class KeepLaws {

    private final JdbcLaws laws;
    private final AuditTrail audit;

    KeepLaws(JdbcLaws laws, AuditTrail audit) {
        this.laws = laws;
        this.audit = audit;
    }

    @Transactional
    JdbcLaws.Entry add(Law law) {
        if (law.repealedFrom() != null && !law.repealedFrom().isAfter(law.inForceFrom())) {
            throw new ProblemException(LawProblem.LAW_DATES_CONTRADICTORY, law.title())
                    .at(
                            "/repealedFrom",
                            "law.repealed-after-in-force",
                            law.inForceFrom().toString());
        }
        requireSuccessor(law.id(), law.replacedBy());
        if (!laws.add(law)) {
            throw new ProblemException(LawProblem.LAW_EXISTS, law.id());
        }
        audit.record(new AuditEntry("add-law", "law", law.id(), null, Map.of("title", law.title())));
        return laws.find(law.id()).orElseThrow();
    }

    /** Records that a law no longer applies from a day on; the caller must have seen its present version. */
    @Transactional
    JdbcLaws.Entry repeal(String id, LocalDate from, @Nullable String replacedBy, String ground, long seenVersion) {
        var entry = laws.find(id).orElseThrow(() -> new ProblemException(LawProblem.LAW_NOT_FOUND, id));
        if (entry.law().repealedFrom() != null) {
            throw new ProblemException(
                    LawProblem.LAW_ALREADY_REPEALED, entry.law().repealedFrom().toString());
        }
        if (!from.isAfter(entry.law().inForceFrom())) {
            throw new ProblemException(
                            LawProblem.LAW_DATES_CONTRADICTORY, entry.law().title())
                    .at(
                            "/repealedFrom",
                            "law.repealed-after-in-force",
                            entry.law().inForceFrom().toString());
        }
        requireSuccessor(id, replacedBy);
        laws.repeal(id, from, replacedBy, seenVersion);
        audit.record(new AuditEntry(
                "repeal-law",
                "law",
                id,
                ground,
                replacedBy == null
                        ? Map.of("repealedFrom", from.toString())
                        : Map.of("repealedFrom", from.toString(), "replacedBy", replacedBy)));
        return laws.find(id).orElseThrow();
    }

    private void requireSuccessor(String id, @Nullable String replacedBy) {
        if (replacedBy != null
                && (replacedBy.equals(id) || laws.find(replacedBy).isEmpty())) {
            throw new ProblemException(LawProblem.LAW_SUCCESSOR_UNKNOWN, replacedBy)
                    .at("/replacedBy", "law.successor-unknown", replacedBy);
        }
    }
}
