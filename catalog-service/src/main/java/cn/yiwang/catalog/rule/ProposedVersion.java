package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.law.LawBook;
import cn.yiwang.catalog.standard.Prescription;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.ItemType;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A guide that somebody wants to publish, with all that the rules ask about.
 *
 * @param effectiveFrom the first day on which it binds, on which the law that it cites has to be in force
 * @param predecessorFrom the first day of the version it is to replace; null for the first version
 * @param today the first day on which it may begin to apply
 * @param knownBodies the credit codes in the register of bodies
 * @param laws the register of laws
 * @param prescription what its base item prescribes; null where nothing is
 * @param note what the publisher puts on record, among it the reason to publish an unconfirmed number
 */
public record ProposedVersion(
        BusinessItemCode item,
        Guide guide,
        LocalDate effectiveFrom,
        @Nullable LocalDate predecessorFrom,
        LocalDate today,
        Set<String> knownBodies,
        LawBook laws,
        @Nullable Prescription prescription,
        @Nullable String note) {

    public ProposedVersion {
        knownBodies = Set.copyOf(knownBodies);
    }

    boolean isLicence() {
        return item.baseCode().type() == ItemType.LICENCE;
    }

    boolean hasReason() {
        return note != null && !note.isBlank();
    }
}
