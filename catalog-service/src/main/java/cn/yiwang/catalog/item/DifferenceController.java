package cn.yiwang.catalog.item;

import cn.yiwang.catalog.difference.Difference;
import cn.yiwang.catalog.difference.Differences;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What changed between two published versions, for everybody. */
@RestController
@Tag(name = "items")
class DifferenceController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Items items;
    private final GuideVersions versions;

    DifferenceController(Items items, GuideVersions versions) {
        this.items = items;
        this.versions = versions;
    }

    @Operation(summary = "What is different in a later version of an item's guide, place by place")
    @GetMapping(path = "/api/v1/items/{itemCode}/differences", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DifferencesView> differences(
            @PathVariable String itemCode, @RequestParam int from, @RequestParam int to) {
        if (from < 1 || to <= from) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at(from < 1 ? "from" : "to", "invalid-value");
        }
        var item =
                items.find(itemCode).orElseThrow(() -> new ProblemException(CatalogProblem.ITEM_NOT_FOUND, itemCode));
        // Both are published: neither ever changes.
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(new DifferencesView(itemCode, from, to, Differences.between(guide(item, from), guide(item, to))));
    }

    private JsonNode guide(BusinessItem item, int version) {
        var found = versions.find(item, version)
                .filter(known -> !known.status().isOpen())
                .orElseThrow(() -> new ProblemException(
                        CatalogProblem.ITEM_VERSION_NOT_FOUND, item.knownCode().value()));
        return JSON.readTree(found.guide());
    }

    /** Everything that is different in {@code to}. */
    record DifferencesView(String itemCode, int from, int to, List<Difference> differences) {}
}
