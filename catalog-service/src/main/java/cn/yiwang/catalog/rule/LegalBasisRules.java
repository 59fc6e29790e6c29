package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.LegalBasis;
import cn.yiwang.catalog.guide.TimeLimits.Duration;
import cn.yiwang.catalog.law.Law;
import cn.yiwang.catalog.law.LawBook.SetBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The rules about the law that a guide rests on. */
final class LegalBasisRules {

    private LegalBasisRules() {}

    static @Nullable Objection licenceNamesItsBasis(ProposedVersion version) {
        return version.isLicence() && version.guide().basis().isEmpty() ? Objection.at("/guide/basis") : null;
    }

    static List<Objection> basisIsInForce(ProposedVersion version) {
        var day = version.effectiveFrom();
        var objections = new ArrayList<Objection>();
        var basis = version.guide().basis();
        for (int i = 0; i < basis.size(); i++) {
            var objection = notInForce(version, "/guide/basis/" + i, basis.get(i));
            if (objection != null) {
                objections.add(objection);
            }
        }
        citations(version).forEach((pointer, text) -> version.laws().mentionedIn(text).stream()
                .filter(law -> !law.isInForce(day))
                .map(law -> outdated(version, pointer, law))
                .forEach(objections::add));
        return objections;
    }

    private static @Nullable Objection notInForce(ProposedVersion version, String pointer, LegalBasis basis) {
        var day = version.effectiveFrom();
        var law = version.laws().cited(basis.title(), basis.documentNumber(), day);
        if (law.isPresent() && !law.get().isInForce(day)) {
            return outdated(version, pointer, law.get());
        }
        boolean outside = (basis.inForceFrom() != null && day.isBefore(basis.inForceFrom()))
                || (basis.inForceTo() != null && day.isAfter(basis.inForceTo()));
        return outside ? Objection.at(pointer, basis.title(), day.toString(), "—") : null;
    }

    private static Objection outdated(ProposedVersion version, String pointer, Law law) {
        LocalDate day = version.effectiveFrom();
        var successor = version.laws().successorOf(law, day).map(Law::citation).orElse("—");
        return Objection.at(pointer, law.citation(), day.toString(), successor).about(law.id());
    }

    /** Free texts of the guide that cite law, by their places. */
    private static Map<String, String> citations(ProposedVersion version) {
        var guide = version.guide();
        var texts = new LinkedHashMap<String, String>();
        put(
                texts,
                "/guide/timeLimits/acceptance/basis",
                guide.timeLimits().acceptance().basis());
        put(
                texts,
                "/guide/timeLimits/statutory/basis",
                guide.timeLimits().statutory().basis());
        put(
                texts,
                "/guide/timeLimits/delivery/basis",
                guide.timeLimits().delivery().basis());
        for (int i = 0; i < guide.fees().size(); i++) {
            put(texts, "/guide/fees/" + i + "/basis", guide.fees().get(i).basis());
        }
        for (int i = 0; i < guide.specialProcedures().size(); i++) {
            put(
                    texts,
                    "/guide/specialProcedures/" + i + "/basis",
                    guide.specialProcedures().get(i).basis());
        }
        for (int i = 0; i < guide.materials().size(); i++) {
            var notes = guide.materials().get(i).notes();
            put(texts, "/guide/materials/" + i + "/notes/basis", notes == null ? null : notes.basis());
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String pointer, @Nullable String text) {
        if (text != null) {
            texts.put(pointer, text);
        }
    }

    static List<Objection> statutoryWithinItsLaw(ProposedVersion version) {
        return againstItsLaw(version, LegalBasisRules::longer);
    }

    static List<Objection> statutoryInTheUnitOfItsLaw(ProposedVersion version) {
        return againstItsLaw(version, LegalBasisRules::inAnotherUnit);
    }

    private static List<Objection> againstItsLaw(
            ProposedVersion version, BiFunction<TimedByLaw, SetBy, @Nullable Objection> judge) {
        var objections = new ArrayList<Objection>();
        for (var timed : TimedByLaw.of(version.guide().timeLimits())) {
            special(version, timed.clock())
                    .filter(set -> set.law().confirmed())
                    .map(set -> judge.apply(timed, set))
                    .ifPresent(objections::add);
        }
        return objections;
    }

    static @Nullable Objection statutoryWithinTheGeneralLimit(ProposedVersion version) {
        var special = special(version, Law.Clock.DECISION);
        if (!version.isLicence() || special.filter(set -> set.law().confirmed()).isPresent()) {
            return null;
        }
        var statutory = TimedByLaw.decision(version.guide().timeLimits());
        return special.or(() -> version.laws().generalFigure(Law.Clock.DECISION, version.effectiveFrom()))
                .map(set -> inAnotherUnit(statutory, set) == null
                        ? longer(statutory, set)
                        : objection(statutory, "/amount", set))
                .orElse(null);
    }

    private static Optional<SetBy> special(ProposedVersion version, Law.Clock clock) {
        var item = version.item().baseCode().value() + version.item().sequence();
        return version.laws().specialFigure(item, clock, version.effectiveFrom());
    }

    private static @Nullable Objection longer(TimedByLaw timed, SetBy set) {
        return TimeLimitRules.isLonger(timed.limit().duration(), duration(set))
                ? objection(timed, "/amount", set)
                : null;
    }

    private static @Nullable Objection inAnotherUnit(TimedByLaw timed, SetBy set) {
        return TimeLimitRules.comparable(timed.limit().duration(), duration(set))
                ? null
                : objection(timed, "/unit", set);
    }

    private static Duration duration(SetBy set) {
        return new Duration(set.figure().amount(), set.figure().unit());
    }

    private static Objection objection(TimedByLaw timed, String member, SetBy set) {
        return Objection.at(
                        timed.pointer() + member,
                        timed.limit().amount(),
                        set.figure().amount(),
                        set.law().citation(),
                        set.figure().article())
                .about(set.law().id());
    }

    static List<Objection> unconfirmedBasis(ProposedVersion version) {
        var basis = version.guide().basis();
        var objections = new ArrayList<Objection>();
        for (int i = 0; i < basis.size(); i++) {
            var cited = basis.get(i);
            if (!cited.confirmed()) {
                objections.add(Objection.at("/guide/basis/" + i + "/confirmed", cited.title()));
            } else if (version.laws().isNumberUnknown(cited.title(), cited.documentNumber())) {
                objections.add(Objection.at("/guide/basis/" + i + "/documentNumber", cited.title()));
            }
        }
        return objections;
    }
}
