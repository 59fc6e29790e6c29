package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.law.Laws;
import cn.yiwang.catalog.standard.Prescriptions;
import cn.yiwang.standards.BusinessItemCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts a guide before the rules, with the registers of bodies and laws as they are now. */
@Service
public class GuideExamination {

    private final Bodies bodies;
    private final Laws laws;
    private final Prescriptions prescriptions;

    GuideExamination(Bodies bodies, Laws laws, Prescriptions prescriptions) {
        this.bodies = bodies;
        this.laws = laws;
        this.prescriptions = prescriptions;
    }

    /**
     * The version as the rules see it.
     *
     * @param predecessorFrom the first day of the version it is to replace; null for the first version
     * @param earliest the first day on which it may begin to apply
     * @param note what is on record with it
     */
    public ProposedVersion prepare(
            BusinessItemCode item,
            Guide guide,
            LocalDate effectiveFrom,
            @Nullable LocalDate predecessorFrom,
            LocalDate earliest,
            @Nullable String note) {
        return new ProposedVersion(
                item,
                guide,
                effectiveFrom,
                predecessorFrom,
                earliest,
                bodies.names(guide.departments()).keySet(),
                laws.book(),
                prescriptions.of(item.implementation()).orElse(null),
                note);
    }

    /** What the rules would say if a draft were published today, to apply from a day on. */
    public List<Finding> ofDraft(BusinessItemCode item, Guide guide, LocalDate effectiveFrom, LocalDate today) {
        return PublishRule.findings(prepare(item, guide, effectiveFrom, null, today, null));
    }

    /** What the rules say about a guide that applies from a day on. */
    public List<Finding> findings(BusinessItemCode item, Guide guide, LocalDate effectiveFrom, @Nullable String note) {
        return PublishRule.findings(prepare(item, guide, effectiveFrom, null, effectiveFrom, note));
    }
}
