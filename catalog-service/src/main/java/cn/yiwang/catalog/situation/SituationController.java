package cn.yiwang.catalog.situation;

import cn.yiwang.catalog.guide.ApplicationForm;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.SituationQuestion;
import cn.yiwang.catalog.item.GuidesInForce;
import cn.yiwang.catalog.item.GuidesInForce.InForce;
import cn.yiwang.catalog.situation.EffectiveGuide.Outcome;
import cn.yiwang.standards.calendar.ChinaTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Guides cut to the case, and the form; for everybody, and nothing is stored. */
@RestController
@RequestMapping("/api/v1/items/{itemCode}")
@Tag(name = "items")
class SituationController {

    private final GuidesInForce guides;
    private final Clock clock;

    SituationController(GuidesInForce guides, Clock clock) {
        this.guides = guides;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "What of the guide in force today applies to a case, by the answers to its questions; nothing is stored")
    @PostMapping("/situations")
    EffectiveView effective(@PathVariable String itemCode, @Valid @RequestBody SituationRequest request) {
        var inForce = guides.inForce(itemCode, ChinaTime.today(clock));
        return switch (EffectiveGuide.of(inForce.guide(), request.answers())) {
            case Outcome.Effective effective ->
                new EffectiveView(itemCode, inForce.version(), request.answers(), effective.guide());
            case Outcome.Refused refused -> throw Refusals.of(refused.flaws(), UnaryOperator.identity());
        };
    }

    @Operation(
            summary =
                    "The application form of the guide in force today: a JSON Schema (2020-12) with hints how to show it")
    @GetMapping("/form")
    ResponseEntity<FormView> form(@PathVariable String itemCode) {
        InForce inForce = guides.inForce(itemCode, ChinaTime.today(clock));
        Guide guide = inForce.guide();
        var form = guide.form();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(new FormView(
                        itemCode,
                        inForce.version(),
                        FormSchema.of(inForce.name(), guide),
                        form == null ? List.of() : form.ui(),
                        guide.situations()));
    }

    /** The ids of the answers by the ids of the questions. */
    record SituationRequest(
            @NotNull @Size(max = 20) Map<
                            @NotNull @Pattern(regexp = ID) String,
                            @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = ID) String>>
                    answers) {

        private static final String ID = "[a-z][a-z0-9-]{0,39}";
    }

    /** The guide with what applies to the case. */
    record EffectiveView(String itemCode, int version, Map<String, List<String>> answers, Guide guide) {}

    /** The form: the schema of answers and fields together, how to show the fields, and the questions with what they lead to. */
    record FormView(
            String itemCode,
            int version,
            Map<String, Object> schema,
            List<ApplicationForm.UiHint> ui,
            List<SituationQuestion> situations) {}
}
