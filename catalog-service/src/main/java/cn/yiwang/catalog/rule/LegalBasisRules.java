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

    static @Nullable Objection statutoryWithinItsLaw(ProposedVersion version) {
        return special(version)
                .filter(set -> set.law().confirmed())
                .map(set -> longer(version, set))
                .orElse(null);
    }

    static @Nullable Objection statutoryWithinTheGeneralLimit(ProposedVersion version) {
        if (!version.isLicence()
                || special(version).filter(set -> set.law().confirmed()).isPresent()) {
            return null;
        }
        return special(version)
                .or(() -> version.laws().generalFigure(Law.Clock.DECISION, version.effectiveFrom()))
                .map(set -> longer(version, set))
                .orElse(null);
    }

    private static Optional<SetBy> special(ProposedVersion version) {
        var item = version.item().baseCode().value() + version.item().sequence();
        return version.laws().specialFigure(item, Law.Clock.DECISION, version.effectiveFrom());
    }

    private static @Nullable Objection longer(ProposedVersion version, SetBy set) {
        var statutory = version.guide().timeLimits().statutory();
        var figure = set.figure();
        return TimeLimitRules.isLonger(statutory.duration(), new Duration(figure.amount(), figure.unit()))
                ? Objection.at(
                                "/guide/timeLimits/statutory/amount",
                                statutory.amount(),
                                figure.amount(),
                                set.law().citation(),
                                figure.article())
                        .about(set.law().id())
                : null;
    }

    static List<Objection> unconfirmedBasis(ProposedVersion version) {
        var basis = version.guide().basis();
        var objections = new ArrayList<Objection>();
        for (int i = 0; i < basis.size(); i++) {
            if (!basis.get(i).confirmed()) {
                objections.add(Objection.at(
                        "/guide/basis/" + i + "/confirmed", basis.get(i).title()));
            }
        }
        return objections;
    }
}
