package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Handling;
import cn.yiwang.catalog.guide.Handling.CaseType;
import cn.yiwang.catalog.guide.Handling.Channel;
import cn.yiwang.catalog.guide.Handling.Examination;
import cn.yiwang.catalog.guide.Handling.OnlineDepth;
import cn.yiwang.catalog.guide.Handling.ServiceObject;
import cn.yiwang.catalog.guide.ProcessLink.Department;
import cn.yiwang.catalog.guide.SpecialProcedure;
import cn.yiwang.catalog.guide.TimeLimits.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about how an item is dealt with. They are silent where the guide is. */
final class HandlingRules {

    private HandlingRules() {}

    static @Nullable Objection fullyOnlineNeedsNoVisit(ProposedVersion version) {
        var guide = version.guide();
        var handling = guide.handling();
        return handling != null && handling.onlineDepth() == OnlineDepth.LEVEL_4 && guide.visits() > 0
                ? Objection.at("/guide/handling/onlineDepth", guide.visits())
                : null;
    }

    static @Nullable Objection caseWithoutVisitsHasAChannel(ProposedVersion version) {
        var guide = version.guide();
        var handling = guide.handling();
        if (handling == null || guide.visits() > 0 || handling.channels().isEmpty()) {
            return null;
        }
        boolean fromAfar = handling.channels().contains(Channel.ONLINE)
                || handling.channels().contains(Channel.MAIL)
                || Boolean.TRUE.equals(handling.materialsByMail());
        return fromAfar ? null : Objection.at("/guide/handling/channels");
    }

    static @Nullable Objection onTheSpotIsOnTheSpot(ProposedVersion version) {
        var handling = version.guide().handling();
        if (handling == null || handling.caseType() == null) {
            return null;
        }
        boolean immediate = handling.caseType() == CaseType.IMMEDIATE;
        if (handling.examination() != null && immediate != (handling.examination() == Examination.ON_THE_SPOT)) {
            return Objection.at("/guide/handling/examination");
        }
        var promised = version.guide().timeLimits().promised().duration().workingHours();
        boolean withinADay = promised.isPresent() && promised.getAsLong() <= Duration.HOURS_A_DAY;
        boolean atOnce = promised.isPresent() && promised.getAsLong() == 0;
        return (immediate && !withinADay) || (!immediate && atOnce) ? Objection.at("/guide/handling/caseType") : null;
    }

    static @Nullable Objection serviceObjectsFitTheAudiences(ProposedVersion version) {
        var guide = version.guide();
        var handling = guide.handling();
        if (handling == null || handling.serviceObjects().isEmpty()) {
            return null;
        }
        boolean persons = handling.serviceObjects().contains(ServiceObject.NATURAL_PERSON);
        boolean organizations =
                handling.serviceObjects().stream().anyMatch(object -> object != ServiceObject.NATURAL_PERSON);
        return persons == guide.audiences().contains(Audience.PERSON)
                        && organizations == guide.audiences().contains(Audience.ORGANIZATION)
                ? null
                : Objection.at("/guide/handling/serviceObjects");
    }

    static @Nullable Objection topicsFitTheAudiences(ProposedVersion version) {
        var guide = version.guide();
        var topics = guide.topics();
        if (topics == null) {
            return null;
        }
        if (!topics.person().isEmpty() && !guide.audiences().contains(Audience.PERSON)) {
            return Objection.at("/guide/topics/person");
        }
        return !topics.organization().isEmpty() && !guide.audiences().contains(Audience.ORGANIZATION)
                ? Objection.at("/guide/topics/organization")
                : null;
    }

    static @Nullable Objection quantityLimitIsExplained(ProposedVersion version) {
        var handling = version.guide().handling();
        var limit = handling == null ? null : handling.quantityLimit();
        return limit != null && limit.limited() && limit.explanation() == null
                ? Objection.at("/guide/handling/quantityLimit/explanation")
                : null;
    }

    static @Nullable Objection severalBodiesAreNamed(ProposedVersion version) {
        var guide = version.guide();
        var asked = new HashSet<String>();
        guide.links().forEach(link -> asked.add(link.department().code()));
        asked.remove(version.item().implementation().body().value());
        if (asked.isEmpty()) {
            return null;
        }
        asked.removeAll(othersOf(guide));
        return asked.isEmpty()
                ? null
                : Objection.at(
                        "/guide/handling/severalBodies",
                        asked.stream().sorted().findFirst().orElseThrow());
    }

    private static List<String> othersOf(Guide guide) {
        Handling handling = guide.handling();
        return handling == null || handling.severalBodies() == null
                ? List.of()
                : handling.severalBodies().others().stream()
                        .map(Department::code)
                        .toList();
    }

    static List<Objection> specialProceduresAreLawful(ProposedVersion version) {
        var procedures = version.guide().specialProcedures();
        var objections = new ArrayList<Objection>();
        for (int i = 0; i < procedures.size(); i++) {
            var procedure = procedures.get(i);
            if (procedure.excluded() && procedure.kind() == SpecialProcedure.Kind.ON_SITE_CHECK) {
                objections.add(Objection.at("/guide/specialProcedures/" + i + "/excluded", procedure.name()));
            }
        }
        return objections;
    }
}
