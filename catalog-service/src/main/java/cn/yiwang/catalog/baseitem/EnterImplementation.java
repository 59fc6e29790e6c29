package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.baseitem.BaseItems.BaseItem;
import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.item.Items;
import cn.yiwang.catalog.item.NewItem;
import cn.yiwang.catalog.standard.Deviation;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.ImplementationCode;
import cn.yiwang.standards.ServiceLevel;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters who carries a base item out, and what can be applied for there; the codes are built from their parts. */
@Service
class EnterImplementation {

    private final BaseItems bases;
    private final Implementations implementations;
    private final Items items;
    private final Bodies bodies;
    private final AuditTrail audit;

    EnterImplementation(
            BaseItems bases, Implementations implementations, Items items, Bodies bodies, AuditTrail audit) {
        this.bases = bases;
        this.implementations = implementations;
        this.items = items;
        this.bodies = bodies;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    ImplementationCode enter(
            String baseCode,
            String body,
            ServiceLevel level,
            AuthoritySource source,
            List<Deviation> deviations,
            Actor editor) {
        SetStandard.requireProvince(editor);
        var base = running(baseCode);
        if (!bodies.names(List.of(body)).containsKey(body)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/body", "invalid-value");
        }
        RecordDeviations.requireOneEach(deviations);
        var code = ImplementationCode.of(new CreditCode(body), level, base.code());
        try {
            implementations.add(code, base, source, deviations);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(StandardProblem.IMPLEMENTATION_EXISTS, code.value());
        }
        record("enter-implementation", "implementation", code.value());
        return code;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    BusinessItemCode enterItem(String implementationCode, String sequence, String name, Actor editor) {
        SetStandard.requireProvince(editor);
        var implementation = implementations
                .find(implementationCode)
                .orElseThrow(() -> new ProblemException(StandardProblem.IMPLEMENTATION_NOT_FOUND, implementationCode));
        var code = BusinessItemCode.of(implementation.code(), sequence);
        var base = running(code.baseCode().value());
        requireNoEnd(implementations.endOf(implementation), implementationCode);
        if (items.find(code.value()).isPresent()) {
            throw new ProblemException(StandardProblem.BUSINESS_ITEM_EXISTS, code.value());
        }
        items.add(new NewItem(base.name(), base.code().type(), code.body(), code.level(), code, name));
        record("enter-business-item", "business-item", code.value());
        return code;
    }

    private BaseItem running(String code) {
        var base = bases.findForChange(code)
                .orElseThrow(() -> new ProblemException(StandardProblem.BASE_ITEM_NOT_FOUND, code));
        requireNoEnd(Optional.ofNullable(base.endedOn()), code);
        return base;
    }

    /** Not even before its last day: the succession that ends a code settled what becomes of all below it. */
    private static void requireNoEnd(Optional<LocalDate> endedOn, String code) {
        if (endedOn.isPresent()) {
            throw new ProblemException(StandardProblem.CODE_HAS_ENDED, code);
        }
    }

    private void record(String action, String type, String code) {
        audit.record(new AuditEntry(action, type, code, null, Map.of()));
    }
}
