package cn.yiwang.catalog.guide;

import cn.yiwang.catalog.guide.Verdict.Allowed;
import cn.yiwang.catalog.guide.Verdict.RefusedBecause;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every rule that a guide keeps before it is published. A rule that refuses names the first place to mend. */
public enum PublishRule {
    /** Accepting, or asking for corrections once, takes five working days at most (行政许可法 32(4)). */
    ACCEPTANCE_WITHIN_FIVE_DAYS(TimeLimitRules::acceptanceWithinFiveDays),
    /** A licence is handed over within ten working days of the decision (行政许可法 44). */
    DELIVERY_WITHIN_TEN_DAYS(TimeLimitRules::deliveryWithinTenDays),
    /** A promise is given in the unit of the law, hours for days excepted, or nobody can compare the two. */
    PROMISED_IN_THE_UNIT_OF_THE_LAW(TimeLimitRules::promisedInTheUnitOfTheLaw),
    PROMISED_WITHIN_STATUTORY(TimeLimitRules::promisedWithinStatutory),
    LINKS_WITHIN_PROMISED(TimeLimitRules::linksWithinPromised),
    /** A number that nobody checked against the text in force is published only with a reason on record. */
    UNCONFIRMED_LIMIT_HAS_A_REASON(TimeLimitRules::unconfirmedLimitHasAReason),
    /** Acceptance comes first, one decision follows the reviews, delivery comes last. */
    PROCESS_IS_COMPLETE(GuideContentRules::processIsComplete),
    DEPARTMENTS_ARE_KNOWN(GuideContentRules::departmentsAreKnown),
    VISITS_HAVE_A_REASON(GuideContentRules::visitsHaveAReason),
    MATERIAL_CODES_BELONG_TO_THE_ITEM(GuideContentRules::materialCodesBelongToTheItem),
    /** What no source confirms to be required is not demanded. */
    UNCONFIRMED_MATERIAL_IS_NOT_DEMANDED(GuideContentRules::unconfirmedMaterialIsNotDemanded),
    AUDIENCES_ARE_NAMED_ONCE(GuideContentRules::audiencesAreNamedOnce),
    RESULT_IS_COMPLETE(GuideContentRules::resultIsComplete),
    /** A guide binds from today at the earliest: nobody could have followed it yesterday. */
    NOT_RETROACTIVE(GuideContentRules::notRetroactive),
    NOT_BEFORE_ITS_PREDECESSOR(GuideContentRules::notBeforeItsPredecessor);

    @SuppressWarnings("ImmutableEnumChecker") // a method reference, without state
    private final Function<ProposedVersion, @Nullable Objection> objection;

    PublishRule(Function<ProposedVersion, @Nullable Objection> objection) {
        this.objection = objection;
    }

    /** A place that breaks a rule, and the numbers or names that show it. */
    record Objection(String pointer, List<Object> arguments) {

        static Objection at(String pointer, Object... arguments) {
            return new Objection(pointer, List.of(arguments));
        }
    }

    public Verdict examine(ProposedVersion version) {
        var found = objection.apply(version);
        return found == null ? new Allowed() : new RefusedBecause(this, found.pointer(), found.arguments());
    }

    /** The key of the rule's text, which is also the code of the error. */
    public String textKey() {
        return "publish-rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What all rules together hold against a version; empty when it may be published. */
    public static List<RefusedBecause> objectionsTo(ProposedVersion version) {
        return Arrays.stream(values())
                .map(rule -> rule.examine(version))
                .filter(RefusedBecause.class::isInstance)
                .map(RefusedBecause.class::cast)
                .toList();
    }
}
