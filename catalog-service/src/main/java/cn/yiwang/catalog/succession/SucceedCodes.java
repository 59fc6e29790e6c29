package cn.yiwang.catalog.succession;

import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.catalog.item.EndItem;
import cn.yiwang.catalog.item.Items;
import cn.yiwang.catalog.succession.Successions.Known;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries a succession out: on record, codes ended, every item below ended with its successors and its news. */
@Service
class SucceedCodes {

    private final Successions successions;
    private final Items items;
    private final EndItem end;
    private final AuditTrail audit;

    SucceedCodes(Successions successions, Items items, EndItem end, AuditTrail audit) {
        this.successions = successions;
        this.items = items;
        this.end = end;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    UUID succeed(Succession succession, LocalDate on, String basis, Actor publisher) {
        if (!CatalogRights.isProvincial(publisher)) {
            throw new ProblemException(SuccessionProblem.SUCCESSION_BY_THE_PROVINCE);
        }
        refuse(succession.objections());
        var all = new ArrayList<>(succession.from());
        all.addAll(succession.to());
        refuse(unusable(succession, successions.lock(all)));
        var id = successions.record(succession, on, basis, publisher.subject());
        for (var code : succession.ending()) {
            for (var itemCode : successions.itemsUnder(code)) {
                var goesOnAs = successions.goesOnAs(new BusinessItemCode(itemCode), succession.to());
                end.abolish(items.find(itemCode).orElseThrow(), on, basis, publisher.subject(), goesOnAs);
            }
            successions.end(code, on);
        }
        audit.record(new AuditEntry(
                "succeed-codes",
                "succession",
                id.toString(),
                basis,
                Map.of(
                        "kind", succession.kind().name(),
                        "from", succession.from(),
                        "to", succession.to(),
                        "effectiveOn", on.toString())));
        return id;
    }

    private static List<Succession.Objection> unusable(Succession succession, Map<String, Known> known) {
        var objections = new ArrayList<Succession.Objection>();
        examine("/from", succession.from(), known, objections);
        examine("/to", succession.to(), known, objections);
        return objections;
    }

    private static void examine(
            String pointer, List<String> codes, Map<String, Known> known, List<Succession.Objection> objections) {
        for (int i = 0; i < codes.size(); i++) {
            var code = known.get(codes.get(i));
            if (code == null) {
                objections.add(new Succession.Objection(pointer + "/" + i, "succession.unknown"));
            } else if (code.endedOn() != null) {
                objections.add(new Succession.Objection(pointer + "/" + i, "succession.ended"));
            }
        }
    }

    private static void refuse(List<Succession.Objection> objections) {
        if (objections.isEmpty()) {
            return;
        }
        var problem = new ProblemException(SuccessionProblem.SUCCESSION_NOT_POSSIBLE);
        objections.forEach(objection -> problem.at(objection.pointer(), objection.textKey()));
        throw problem;
    }
}
