package cn.yiwang.catalog.rule;

import static cn.yiwang.catalog.rule.Severity.BLOCKING;
import static cn.yiwang.catalog.rule.Severity.UNCONFIRMED;
import static cn.yiwang.catalog.rule.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every rule by which a guide is judged. Its text says what is wrong and how to mend it, each finding says where. */
public enum PublishRule {
    /** Accepting, or asking for corrections once, takes five working days at most (行政许可法 32(4)). */
    ACCEPTANCE_WITHIN_FIVE_DAYS(BLOCKING, one(TimeLimitRules::acceptanceWithinFiveDays)),
    /** A licence is handed over within ten working days of the decision (行政许可法 44). */
    DELIVERY_WITHIN_TEN_DAYS(BLOCKING, one(TimeLimitRules::deliveryWithinTenDays)),
    /** A promise is given in the unit of the law, hours for days excepted, or nobody can compare the two. */
    PROMISED_IN_THE_UNIT_OF_THE_LAW(BLOCKING, one(TimeLimitRules::promisedInTheUnitOfTheLaw)),
    PROMISED_WITHIN_STATUTORY(BLOCKING, one(TimeLimitRules::promisedWithinStatutory)),
    LINKS_WITHIN_PROMISED(BLOCKING, one(TimeLimitRules::linksWithinPromised)),
    /** Steps in another unit than the promise are held against it as far as days can tell. */
    MIXED_LINKS_WITHIN_PROMISED(BLOCKING, one(TimeLimitRules::mixedLinksWithinPromised)),
    /** A limit that nobody checked against the text in force is published only with a reason on record. */
    UNCONFIRMED_LIMIT_HAS_A_REASON(UNCONFIRMED, TimeLimitRules::unconfirmedLimits),
    /** Every basis applies on the day from which the guide does; a repealed one is named together with what replaced it. */
    BASIS_IS_IN_FORCE(BLOCKING, LegalBasisRules::basisIsInForce),
    /** What a licence rests on is public (行政许可法 30). */
    LICENCE_NAMES_ITS_BASIS(BLOCKING, one(LegalBasisRules::licenceNamesItsBasis)),
    /** No guide gives the body more time than the law that is special to the item. */
    STATUTORY_WITHIN_ITS_LAW(BLOCKING, LegalBasisRules::statutoryWithinItsLaw),
    /** A limit of the law is said in the unit of the law, or nobody can compare the two. */
    STATUTORY_IN_THE_UNIT_OF_ITS_LAW(BLOCKING, LegalBasisRules::statutoryInTheUnitOfItsLaw),
    /** More than the general limit needs a special law (行政许可法 42), which the register may not know. */
    STATUTORY_WITHIN_THE_GENERAL_LIMIT(WARNING, one(LegalBasisRules::statutoryWithinTheGeneralLimit)),
    UNCONFIRMED_BASIS_HAS_A_REASON(UNCONFIRMED, LegalBasisRules::unconfirmedBasis),
    /** Same item, same standard: what differs from the base item differs on purpose, and the province put the reason on record. */
    DIFFERENCES_FROM_THE_STANDARD_ARE_JUSTIFIED(BLOCKING, StandardRules::differencesAreJustified),
    /** Acceptance comes first, one decision follows the reviews, delivery comes last. */
    PROCESS_IS_COMPLETE(BLOCKING, one(GuideContentRules::processIsComplete)),
    /** 受理 审核 审批 办结 送达. */
    LICENCE_LISTS_FIVE_LINKS(WARNING, one(GuideContentRules::licenceListsFiveLinks)),
    DEPARTMENTS_ARE_KNOWN(BLOCKING, one(GuideContentRules::departmentsAreKnown)),
    /** Who handles what belongs to several bodies is said (行政许可法 26). */
    SEVERAL_BODIES_ARE_NAMED(WARNING, one(HandlingRules::severalBodiesAreNamed)),
    VISITS_HAVE_A_REASON(BLOCKING, one(GuideContentRules::visitsHaveAReason)),
    FULLY_ONLINE_NEEDS_NO_VISIT(BLOCKING, one(HandlingRules::fullyOnlineNeedsNoVisit)),
    CASE_WITHOUT_VISITS_HAS_A_CHANNEL(BLOCKING, one(HandlingRules::caseWithoutVisitsHasAChannel)),
    /** 即办件, 即审即办 and a promise of a day at most mean the same. */
    ON_THE_SPOT_IS_ON_THE_SPOT(BLOCKING, one(HandlingRules::onTheSpotIsOnTheSpot)),
    AUDIENCES_ARE_NAMED_ONCE(BLOCKING, one(GuideContentRules::audiencesAreNamedOnce)),
    SERVICE_OBJECTS_FIT_THE_AUDIENCES(BLOCKING, one(HandlingRules::serviceObjectsFitTheAudiences)),
    TOPICS_FIT_THE_AUDIENCES(BLOCKING, one(HandlingRules::topicsFitTheAudiences)),
    QUANTITY_LIMIT_IS_EXPLAINED(BLOCKING, one(HandlingRules::quantityLimitIsExplained)),
    /** Only what the law takes out of the limit is taken out of it (行政许可法 45). */
    SPECIAL_PROCEDURES_ARE_LAWFUL(BLOCKING, HandlingRules::specialProceduresAreLawful),
    CONDITIONS_ARE_NUMBERED_ONCE(BLOCKING, one(GuideContentRules::conditionsAreNumberedOnce)),
    MATERIAL_CODES_BELONG_TO_THE_ITEM(BLOCKING, one(MaterialRules::materialCodesBelongToTheItem)),
    /** What no source confirms to be required is not demanded. */
    UNCONFIRMED_MATERIAL_IS_NOT_DEMANDED(BLOCKING, MaterialRules::unconfirmedMaterialIsNotDemanded),
    /** A body may not ask for what it can get as an e-certificate (国务院令第716号). */
    OBTAINABLE_MATERIAL_IS_NOT_DEMANDED(BLOCKING, MaterialRules::obtainableMaterialIsNotDemanded),
    FREE_SUBMISSION_HAS_A_KEY(BLOCKING, MaterialRules::freeSubmissionHasAKey),
    APPLICATION_FORM_CAN_BE_TAKEN(WARNING, MaterialRules::applicationFormCanBeTaken),
    INTERMEDIARY_YIELDS_A_MATERIAL(BLOCKING, MaterialRules::intermediaryYieldsAMaterial),
    FEES_ARE_COMPUTABLE(BLOCKING, FeeRules::feesAreComputable),
    PAID_ONLINE_FITS_THE_FEES(BLOCKING, one(FeeRules::paidOnlineFitsTheFees)),
    FEES_SAY_WHETHER_PAID_ONLINE(WARNING, one(FeeRules::feesSayWhetherPaidOnline)),
    RESULT_IS_COMPLETE(BLOCKING, one(GuideContentRules::resultIsComplete)),
    RESULT_FITS_ITS_NAME(WARNING, one(GuideContentRules::resultFitsItsName)),
    RESULT_HAS_A_SAMPLE(WARNING, one(GuideContentRules::resultHasASample)),
    CONTACTS_ARE_NAMED(WARNING, one(ContactRules::contactsAreNamed)),
    PHONES_DIFFER(BLOCKING, one(ContactRules::phonesDiffer)),
    PHONES_HAVE_AREA_CODES(BLOCKING, ContactRules::phonesHaveAreaCodes),
    REMEDIES_ARE_NAMED(WARNING, one(ContactRules::remediesAreNamed)),
    PLACES_ARE_NAMED(WARNING, one(ContactRules::placesAreNamed)),
    HOURS_MAKE_SENSE(BLOCKING, ContactRules::hoursMakeSense),
    LICENCE_ANSWERS_QUESTIONS(WARNING, one(GuideContentRules::licenceAnswersQuestions)),
    SITUATIONS_FIT_THE_GUIDE(BLOCKING, SituationRules::situationsFitTheGuide),
    FORM_IS_A_SOUND_SCHEMA(BLOCKING, FormRules::formIsASoundSchema),
    /** A guide binds from today at the earliest: nobody could have followed it yesterday. */
    NOT_RETROACTIVE(BLOCKING, one(GuideContentRules::notRetroactive)),
    NOT_BEFORE_ITS_PREDECESSOR(BLOCKING, one(GuideContentRules::notBeforeItsPredecessor));

    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference, without state
    private final Function<ProposedVersion, List<Objection>> objections;

    PublishRule(Severity severity, Function<ProposedVersion, List<Objection>> objections) {
        this.severity = severity;
        this.objections = objections;
    }

    private static Function<ProposedVersion, List<Objection>> one(
            Function<ProposedVersion, @Nullable Objection> objection) {
        return version -> {
            var found = objection.apply(version);
            return found == null ? List.of() : List.of(found);
        };
    }

    public Severity severity() {
        return severity;
    }

    /** The key of the rule's text, which is also the code of the error. */
    public String textKey() {
        return "publish-rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Finding> examine(ProposedVersion version) {
        return objections.apply(version).stream()
                .map(found -> new Finding(this, found.pointer(), found.arguments(), found.law()))
                .toList();
    }

    /** Everything that the rules say about a version, in the order of the rules. */
    public static List<Finding> findings(ProposedVersion version) {
        return Arrays.stream(values())
                .flatMap(rule -> rule.examine(version).stream())
                .toList();
    }

    /** What keeps a version from being published: a reason on record overrides what is only unconfirmed. */
    public static List<Finding> objectionsTo(ProposedVersion version) {
        return findings(version).stream()
                .filter(finding -> switch (finding.severity()) {
                    case BLOCKING -> true;
                    case UNCONFIRMED -> !version.hasReason();
                    case WARNING -> false;
                })
                .toList();
    }
}
