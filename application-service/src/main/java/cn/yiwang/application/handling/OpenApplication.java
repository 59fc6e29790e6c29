package cn.yiwang.application.handling;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.GuideLookup;
import cn.yiwang.application.guide.PinnedGuide;
import cn.yiwang.application.handling.Applications.NewRow;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.number.ApplicationNumbers;
import cn.yiwang.application.officer.Staffing;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.numbering.QueryCodes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins an application, as a draft or handed in at once. */
@Component
public class OpenApplication {

    private final Desk desk;
    private final Applicants applicants;
    private final ApplicationNumbers numbers;
    private final QueryCodes queryCodes;

    OpenApplication(Desk desk, Applicants applicants, ApplicationNumbers numbers, QueryCodes queryCodes) {
        this.desk = desk;
        this.applicants = applicants;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
    }

    /** What somebody wants to apply for. */
    public record Wish(
            String itemCode,
            @Nullable String summary,
            Applicant.@Nullable Contact contact,
            Map<String, String> fields,
            boolean submit,
            @Nullable String licence) {}

    /** What has to be asked or reserved elsewhere before the transaction begins. */
    public record Prepared(
            Wish wish,
            GuideLookup lookup,
            LocalDate today,
            @Nullable String number) {}

    /** The application, and the query code if it got one: it is never shown again. */
    public record Opened(Application application, @Nullable String queryCode) {}

    public Prepared prepare(Wish wish) {
        LocalDate today = ChinaTime.today(desk.clock());
        GuideLookup lookup = desk.guides().lookUp(wish.itemCode(), today);
        String number = wish.submit() && lookup instanceof GuideLookup.Found found
                ? numbers.next(found.get().guide().implementationCode(), today)
                : null;
        return new Prepared(wish, lookup, today, number);
    }

    /** Stores it; runs in the caller's transaction. */
    public Opened open(Actor actor, Prepared prepared) {
        Wish wish = prepared.wish();
        desk.access().demandToBegin(wish.itemCode(), wish.submit());
        PinnedGuide pinned = prepared.lookup().get();
        Applicant applicant = applicants.of(actor, wish.contact(), wish.fields());
        Refusals.throwFirst(SubmissionRules.againstApplying(pinned.guide(), applicant.type(), actor.assurance()));
        return wish.submit() ? submitted(actor, prepared, pinned, applicant) : draft(prepared, pinned, applicant);
    }

    /** The same for somebody who came to a window, where the certificate was seen: always a draft, to which files are added. */
    Application openFor(Applicant applicant, Prepared prepared) {
        PinnedGuide pinned = prepared.lookup().get();
        Refusals.throwFirst(
                SubmissionRules.againstApplying(pinned.guide(), applicant.type(), SubmissionRules.SEEN_IN_PERSON));
        return draft(prepared, pinned, applicant).application();
    }

    private Opened draft(Prepared prepared, PinnedGuide pinned, Applicant applicant) {
        Application draft = application(pinned, Status.DRAFT, null, null);
        NewRow row = row(prepared, applicant, null, null, desk.now());
        return new Opened(desk.applications().insert(draft, row), null);
    }

    private Opened submitted(Actor actor, Prepared prepared, PinnedGuide pinned, Applicant applicant) {
        Guide guide = pinned.guide();
        LocalDate today = prepared.today();
        Refusals.throwFirst(SubmissionRules.againstSubmitting(guide, guide.version(), today, Set.of()));
        Refusals.throwFirst(
                SubmissionRules.againstLicence(guide, prepared.wish().licence()));
        String number = Objects.requireNonNull(prepared.number());
        String code = queryCodes.random();
        Instant now = desk.now();
        Due due = desk.dueDates().of(Limit.ACCEPTANCE, guide, today);
        NewRow row = row(prepared, applicant, queryCodes.hash(number, code), today, now);
        Application stored = desk.applications().insert(application(pinned, Status.SUBMITTED, number, due), row);
        ApplicationSubmitted event = new ApplicationSubmitted();
        desk.journal().write(stored, desk.journal().entry(event, Status.DRAFT, stored, actor, null, now));
        desk.journal().publish(stored, guide.version(), event);
        return new Opened(stored, code);
    }

    private static Application application(
            PinnedGuide pinned, Status status, @Nullable String number, @Nullable Due due) {
        Guide guide = pinned.guide();
        UUID id = Ids.next();
        int events = status == Status.DRAFT ? 0 : 1;
        return new Application(
                0,
                id,
                number,
                pinned.key(),
                guide.itemCode(),
                guide.receiving().body(),
                guide.receiving().division(),
                status,
                status.mover(),
                1,
                events,
                0,
                0,
                due,
                null,
                0,
                false,
                Staffing.NOBODY);
    }

    private NewRow row(
            Prepared prepared,
            Applicant applicant,
            byte @Nullable [] codeHash,
            @Nullable LocalDate since,
            Instant now) {
        return new NewRow(
                codeHash,
                applicant.type().name(),
                applicants.index(applicant.type(), applicant.code()),
                applicants.seal(applicant),
                prepared.wish().summary(),
                prepared.wish().licence(),
                since,
                now);
    }
}
