package cn.yiwang.application.space;

import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.mandate.Mandate;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.mandate.MandateScope;
import cn.yiwang.application.mandate.Principal;
import cn.yiwang.application.mandate.Principals;
import cn.yiwang.application.mandate.ReadMandates;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** As whom the caller can act today: in their own name, and under each mandate that counts. */
@RestController
@PreAuthorize("hasRole('APPLICANT')")
class MySpacesController {

    private final Principals principals;
    private final ReadMandates mandates;

    MySpacesController(Principals principals, ReadMandates mandates) {
        this.principals = principals;
        this.mandates = mandates;
    }

    /** The caller's own space, of the person or of the organization that the token names, and the spaces that mandates open. */
    @Schema(name = "MySpaces")
    record SpacesView(
            SpaceView own, List<SpaceView> items, @Nullable String next) {}

    @Schema(name = "Space")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SpaceView(
            Audience type,
            String name,

            @Nullable @Schema(description = "What to send as On-Behalf-Of in order to act in this space; absent in one's own")
            UUID onBehalfOf,

            MandateScope.@Nullable Kind scope,
            List<String> itemCodes,
            @Nullable UUID applicationId,
            List<MandateAction> actions,
            @Nullable LocalDate endsOn) {

        static SpaceView own(Principal principal) {
            return new SpaceView(
                    principal.type(),
                    principal.name(),
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(MandateAction.values()),
                    null);
        }

        static SpaceView of(Mandate mandate) {
            return new SpaceView(
                    mandate.principal().type(),
                    mandate.principal().name(),
                    mandate.id(),
                    mandate.scope().kind(),
                    mandate.scope().itemCodes(),
                    mandate.scope().applicationId(),
                    mandate.actions().stream().sorted().toList(),
                    mandate.endsOn());
        }
    }

    @GetMapping("/api/v1/my-spaces")
    SpacesView spaces(Actor actor, PageRequest page) {
        Page<SpaceView> further = mandates.liveOf(actor, page).map(SpaceView::of);
        return new SpacesView(SpaceView.own(principals.own(actor)), further.items(), further.next());
    }
}
