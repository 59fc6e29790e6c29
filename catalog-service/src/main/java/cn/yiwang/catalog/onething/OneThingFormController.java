package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.guide.ApplicationForm.UiHint;
import cn.yiwang.catalog.onething.form.MergedForm;
import cn.yiwang.catalog.onething.form.MergedForm.AskedQuestion;
import cn.yiwang.catalog.onething.form.MergedForm.ItemOfForm;
import cn.yiwang.catalog.onething.form.PartOfPackage;
import cn.yiwang.catalog.situation.EffectiveGuide;
import cn.yiwang.catalog.situation.EffectiveGuide.Outcome;
import cn.yiwang.catalog.situation.Flaw;
import cn.yiwang.catalog.situation.Refusals;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one form of a package, and the package cut to the case; for everybody, and nothing is stored. */
@RestController
@RequestMapping(path = OneThingController.ROOT + "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "one-things")
class OneThingFormController {

    private final OneThings things;
    private final ItemsInForce items;
    private final Clock clock;

    OneThingFormController(OneThings things, ItemsInForce items, Clock clock) {
        this.things = things;
        this.items = items;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "One form for all items of a package: a JSON Schema (2020-12) that asks and takes everything once",
            description =
                    "items says what each item takes of it: its own names by the common ones. Items without a guide in force are left out.")
    @GetMapping("/form")
    ResponseEntity<OneThingFormView> mergedForm(
            @PathVariable @Pattern(regexp = OneThingController.CODE) @Size(max = 40) String code) {
        var found = published(code);
        var inForce = inForce(found);
        var form = form(found, inForce);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(new OneThingFormView(
                        code,
                        found.version(),
                        form.schema(),
                        form.ui(),
                        form.questions(),
                        form.items(),
                        form.items().size() == found.content().steps().size()));
    }

    @Operation(
            summary =
                    "What of a package applies to a case, by the answers to the questions of its form: steps, each material once, fees, promise")
    @PostMapping("/situations")
    OneThingView effectivePackage(
            @PathVariable @Pattern(regexp = OneThingController.CODE) @Size(max = 40) String code,
            @Valid @RequestBody AnswersRequest request) {
        var found = published(code);
        var inForce = inForce(found);
        var form = form(found, inForce);
        demandKnownQuestions(form, request.answers().keySet());
        var effective = new HashMap<String, ItemInForce>();
        var refusals = new LinkedHashSet<Refusal>();
        for (var item : form.items()) {
            var whole = Objects.requireNonNull(inForce.get(item.itemCode()));
            switch (EffectiveGuide.of(whole.guide(), MergedForm.ownAnswers(item, request.answers()))) {
                case Outcome.Effective cut -> effective.put(item.itemCode(), whole.with(cut.guide()));
                case Outcome.Refused refused -> refusals.add(new Refusal(item, refused.flaws()));
            }
        }
        if (!refusals.isEmpty()) {
            var first = refusals.iterator().next();
            throw Refusals.of(first.flaws(), commonNames(first.item()));
        }
        return OneThingView.of(code, found.version(), found.content(), found.owner(), effective);
    }

    private record Refusal(ItemOfForm item, List<Flaw> flaws) {}

    private static UnaryOperator<String> commonNames(ItemOfForm item) {
        var common = new HashMap<String, String>();
        item.questions().forEach((name, own) -> common.put(own, name));
        return own -> common.getOrDefault(own, own);
    }

    private static void demandKnownQuestions(MergedForm form, Set<String> asked) {
        var unknown = new LinkedHashSet<>(asked);
        form.questions().forEach(question -> unknown.remove(question.question().id()));
        if (!unknown.isEmpty()) {
            throw Refusals.of(
                    unknown.stream().<Flaw>map(Flaw.UnknownQuestion::new).toList(), UnaryOperator.identity());
        }
    }

    private StoredOneThing published(String code) {
        return things.published(code)
                .orElseThrow(() -> new ProblemException(OneThingProblem.ONE_THING_NOT_FOUND, code));
    }

    private Map<String, ItemInForce> inForce(StoredOneThing thing) {
        return items.on(ChinaTime.today(clock), thing.content().itemCodes());
    }

    private static MergedForm form(StoredOneThing thing, Map<String, ItemInForce> inForce) {
        return MergedForm.of(
                thing.content().name(),
                thing.content().ordered().stream()
                        .map(step -> inForce.get(step.itemCode()))
                        .filter(Objects::nonNull)
                        .map(item -> new PartOfPackage(item.code(), item.version(), item.guide()))
                        .toList());
    }

    /** The ids of the answers by the common ids of the questions. */
    @Schema(name = "OneThingAnswersRequest")
    record AnswersRequest(
            @NotNull @Size(max = 300) Map<
                            @NotNull @Pattern(regexp = ID) String,
                            @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = ID) String>>
                    answers) {

        private static final String ID = "[a-z][a-z0-9-]{0,39}";
    }

    /**
     * The form of a package.
     *
     * @param complete whether every item of the package has a guide in force
     */
    record OneThingFormView(
            String code,
            int version,
            Map<String, Object> schema,
            List<UiHint> ui,
            List<AskedQuestion> questions,
            List<ItemOfForm> items,
            boolean complete) {}
}
