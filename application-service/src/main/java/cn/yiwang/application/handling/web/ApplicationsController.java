package cn.yiwang.application.handling.web;

import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.ApplicationDetails;
import cn.yiwang.application.handling.OpenApplication;
import cn.yiwang.application.handling.ReadApplications;
import cn.yiwang.application.handling.SaveDraft;
import cn.yiwang.application.handling.SubmitApplication;
import cn.yiwang.application.handling.WithdrawApplication;
import cn.yiwang.application.handling.web.Requests.DraftContent;
import cn.yiwang.application.handling.web.Requests.NewApplication;
import cn.yiwang.application.handling.web.Requests.Withdrawal;
import cn.yiwang.application.handling.web.Views.HistoryView;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.application.handling.web.Views.Summary;
import cn.yiwang.application.mandate.Acting;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What applicants do with their applications, and reading them. */
@RestController
@RequestMapping(Answers.ROOT)
class ApplicationsController {

    private final OpenApplication open;
    private final SaveDraft save;
    private final SubmitApplication submit;
    private final WithdrawApplication withdraw;
    private final ReadApplications read;

    ApplicationsController(
            OpenApplication open,
            SaveDraft save,
            SubmitApplication submit,
            WithdrawApplication withdraw,
            ReadApplications read) {
        this.open = open;
        this.save = save;
        this.submit = submit;
        this.withdraw = withdraw;
        this.read = read;
    }

    /** Begins an application; with {@code "submit": true} it is handed in by the same call. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<State> open(Actor actor, IdempotentCall call, @Valid @RequestBody NewApplication body) {
        OpenApplication.Prepared prepared = open.prepare(body.toWish());
        UUID mandate = Acting.mandateId();
        Object sameCall = mandate == null ? body : List.of(mandate, body);
        return call.run(sameCall, () -> Answers.opened(open.open(actor, prepared)));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAnyRole('APPLICANT', 'WINDOW_CLERK')")
    ResponseEntity<State> save(
            Actor actor, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody DraftContent body) {
        Application saved = save.save(actor, id, seen.version(), body.toContent());
        return ResponseEntity.ok().eTag(ETags.of(saved.version())).body(State.of(saved));
    }

    @PostMapping("/{id}/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('APPLICANT', 'WINDOW_CLERK')")
    ResponseEntity<State> submit(Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id) {
        SubmitApplication.Prepared prepared = submit.prepare(actor, id);
        return call.run(Map.of("version", seen.version()), () -> {
            OpenApplication.Opened submitted = submit.submit(actor, seen.version(), prepared);
            return Answers.step(submitted.application(), submitted.queryCode(), null);
        });
    }

    @PostMapping("/{id}/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<State> withdraw(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody Withdrawal body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(withdraw.withdraw(actor, id, seen.version(), body.reason())));
    }

    /** The caller's own applications, newest first. */
    @GetMapping
    @PreAuthorize("hasRole('APPLICANT')")
    Page<Summary> list(Actor actor, PageRequest page) {
        return read.list(actor, page).map(Summary::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<DetailsView> read(Actor actor, @PathVariable UUID id) {
        ApplicationDetails details = read.read(actor, id);
        return ResponseEntity.ok()
                .eTag(ETags.of(details.application().version()))
                .body(DetailsView.of(details));
    }

    /** What happened, oldest first; an application has some dozen entries at most. */
    @GetMapping("/{id}/history")
    Page<HistoryView> history(Actor actor, @PathVariable UUID id) {
        boolean official = actor.type() == SubjectType.STAFF;
        List<HistoryView> entries = read.history(actor, id).stream()
                .map(entry -> HistoryView.of(entry, official))
                .toList();
        return new Page<>(entries, null);
    }
}
