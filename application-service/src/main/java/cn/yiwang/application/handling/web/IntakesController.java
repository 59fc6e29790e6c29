package cn.yiwang.application.handling.web;

import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.OpenApplication;
import cn.yiwang.application.handling.TakeInApplication;
import cn.yiwang.application.handling.TakeInApplication.Visitor;
import cn.yiwang.application.handling.web.Requests.Contact;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applications that are taken in at a window. */
@RestController
@RequestMapping("/api/v1/intakes")
class IntakesController {

    private final OpenApplication open;
    private final TakeInApplication takeIn;

    IntakesController(OpenApplication open, TakeInApplication takeIn) {
        this.open = open;
        this.takeIn = takeIn;
    }

    /** Begins a draft for an applicant who came to the window; files are added and it is handed in by the same routes as any draft. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> takeIn(Actor actor, IdempotentCall call, @Valid @RequestBody Intake body) {
        OpenApplication.Prepared prepared = open.prepare(body.toWish());
        return call.run(body, () -> {
            Application draft = takeIn.takeIn(actor, body.applicant().toVisitor(), prepared);
            return ResponseEntity.created(URI.create(Answers.ROOT + "/" + draft.id()))
                    .eTag(ETags.of(draft.version()))
                    .body(State.of(draft));
        });
    }

    @Schema(name = "Intake")
    record Intake(
            @NotNull @Pattern(regexp = "[0-9A-Z]{31}[0-9]{2}") String itemCode,

            @NotNull @Valid VisitorBody applicant,
            @Nullable @PlainText(max = 200) String summary,
            @Nullable @Valid Contact contact,

            @Nullable @Size(max = 20) Map<@PlainText(min = 1, max = 50) String, @NotNull @PlainText(min = 1, max = 500) String> fields,

            @Nullable @Pattern(regexp = "[!-~]{1,128}") @Schema(
                    description =
                            "The identifier of the certificate that it concerns, for a change, renewal, reissue or cancellation")
            String licence) {

        OpenApplication.Wish toWish() {
            return new OpenApplication.Wish(
                    itemCode, summary, Contact.toContact(contact), fields == null ? Map.of() : fields, false, licence);
        }
    }

    @Schema(name = "Visitor")
    record VisitorBody(
            @NotNull Audience type,

            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") @Schema(description = "Id number or unified social credit code, from the certificate shown at the window")
            String code,

            @NotNull @PlainText(min = 1, max = 100) String name) {

        Visitor toVisitor() {
            return new Visitor(type, code, name);
        }

        /** Leaves everything personal out. */
        @Override
        public String toString() {
            return "VisitorBody[" + type + "]";
        }
    }
}
