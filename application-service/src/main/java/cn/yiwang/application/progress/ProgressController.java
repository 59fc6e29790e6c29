package cn.yiwang.application.progress;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guides;
import cn.yiwang.application.number.ApplicationNumbers;
import cn.yiwang.starter.identity.PublicEndpoint;
import cn.yiwang.starter.numbering.QueryCodes;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Progress without login: by number and query code. */
@RestController
class ProgressController {

    private static final String ROUTE = "/api/v1/application-progress/{number}";
    private static final int LONGEST_CODE = 64;

    private final Progress progress;
    private final ApplicationNumbers numbers;
    private final QueryCodes queryCodes;
    private final Guides guides;

    ProgressController(Progress progress, ApplicationNumbers numbers, QueryCodes queryCodes, Guides guides) {
        this.progress = progress;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
        this.guides = guides;
    }

    /** An unknown number, a wrong code and none at all are answered alike: 404, and 429 after too many tries. */
    @GetMapping(ROUTE)
    ResponseEntity<ProgressView> progress(
            @PathVariable String number, @RequestHeader(name = "Query-Code", required = false) @Nullable String code) {
        Optional<Progress.Row> found = numbers.isPlausible(number) ? progress.find(number) : Optional.empty();
        String given = code == null || code.length() > LONGEST_CODE ? "" : code;
        queryCodes.check(found.map(Progress.Row::queryCodeHash).orElse(null), number, given);
        Progress.Row row = found.orElseThrow();
        Guide guide = guides.pinned(row.guideKey()).guide();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ProgressView(
                        number,
                        guide.name(),
                        guide.body().name(),
                        new StatusView(row.status().publicStatus().code(), PlainWords.label(row.status())),
                        PlainWords.of(row.status()),
                        row.dueOn(),
                        row.dueOn() == null ? null : row.dueProvisional(),
                        row.updatedAt()));
    }

    @Schema(name = "ProgressStatus")
    record StatusView(String code, String label) {}

    /** Where it stands, what happens next and until when. */
    @Schema(name = "ApplicationProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressView(
            String number,
            String itemName,
            String bodyName,
            StatusView status,
            String explanation,
            @Nullable LocalDate dueOn,
            @Nullable Boolean dueProvisional,
            Instant updatedAt) {}

    /** The one route of this service that needs no token. */
    @Configuration(proxyBeanMethods = false)
    static class Route {

        @Bean
        PublicEndpoint applicationProgress() {
            return new PublicEndpoint(HttpMethod.GET, ROUTE);
        }
    }
}
