package cn.yiwang.application.mandate;

import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.starter.http.ETags;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mandate as its parties see it; numbers of persons are masked, credit codes are public. */
@Schema(name = "Mandate")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MandateView(
        UUID id,
        Labelled status,
        PrincipalView principal,
        AgentView agent,
        ScopeView scope,
        List<Labelled> actions,
        LocalDate startsOn,
        LocalDate endsOn,
        Instant grantedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        String etag) {

    @Schema(name = "CodeWithLabel")
    record Labelled(String code, String label) {}

    @Schema(name = "MandatePrincipal")
    record PrincipalView(Audience type, String name, String code) {

        static PrincipalView of(Principal principal) {
            String code = principal.type() == Audience.PERSON ? masked(principal.code()) : principal.code();
            return new PrincipalView(principal.type(), principal.name(), code);
        }
    }

    @Schema(name = "MandateAgent")
    record AgentView(String name, String idNumber) {}

    @Schema(name = "MandateScope")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ScopeView(
            MandateScope.Kind kind,
            List<String> itemCodes,
            @Nullable UUID applicationId) {

        static ScopeView of(MandateScope scope) {
            return new ScopeView(scope.kind(), scope.itemCodes(), scope.applicationId());
        }
    }

    static MandateView of(Mandate mandate, LocalDate today) {
        MandateStatus status = mandate.statusOn(today);
        return new MandateView(
                mandate.id(),
                new Labelled(status.name(), status.label()),
                PrincipalView.of(mandate.principal()),
                new AgentView(mandate.agent().name(), masked(mandate.agent().idNumber())),
                ScopeView.of(mandate.scope()),
                mandate.actions().stream()
                        .sorted()
                        .map(action -> new Labelled(action.name(), action.label()))
                        .toList(),
                mandate.startsOn(),
                mandate.endsOn(),
                mandate.grantedAt(),
                mandate.answeredAt(),
                mandate.endedAt(),
                ETags.of(mandate.version()));
    }

    /** The division at the front and the last two characters stay. */
    static String masked(String idNumber) {
        return idNumber.substring(0, 6) + "*".repeat(idNumber.length() - 8) + idNumber.substring(idNumber.length() - 2);
    }
}
