package cn.yiwang.benchmarks.search;

import cn.yiwang.benchmarks.load.Answer;
import cn.yiwang.benchmarks.load.Durations;
import cn.yiwang.benchmarks.load.HttpLine;
import cn.yiwang.benchmarks.process.IssuerKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes versions at one instance and looks for them at both, from the publisher's answer on. */
final class PublishAndFind {

    private static final String ITEM = "11431000MB1938148M300017202800001";
    private static final String QUERY = "/api/v1/items?query=000172028000&body=11431000MB1938148M&limit=20";
    private static final int TIMES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpLine here;
    private final HttpLine there;
    private final String editor;
    private final String publisher;
    private final LocalDate today;

    PublishAndFind(URI here, URI there, IssuerKey issuer, Clock clock, LocalDate today) {
        this.here = new HttpLine(here);
        this.there = new HttpLine(there);
        this.editor =
                issuer.token("bench-editor", "catalog_editor", clock.instant().plus(Duration.ofHours(1)));
        this.publisher = issuer.token(
                "bench-publisher", "catalog_publisher", clock.instant().plus(Duration.ofHours(1)));
        this.today = today;
    }

    Map<String, Object> run() throws IOException, InterruptedException {
        Durations own = new Durations();
        Durations other = new Durations();
        for (int i = 0; i < TIMES; i++) {
            int version = publish(i);
            long published = System.nanoTime();
            own.add(findable(here, version, published));
            other.add(findable(there, version, published));
        }
        here.close();
        there.close();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("sameInstance", Durations.merge(List.of(own)).summary());
        report.put("otherInstance", Durations.merge(List.of(other)).summary());
        return report;
    }

    private int publish(int number) throws IOException {
        JsonNode guide = JSON.readTree(here.send("GET", "/api/v1/items/" + ITEM, "", null)
                        .orFail("read")
                        .body())
                .get("guide");
        Answer draft = post("/api/v1/items/" + ITEM + "/drafts", editor, "draft-" + number, "", Map.of("guide", guide));
        int version = JSON.readTree(draft.body()).get("version").intValue();
        post(
                "/api/v1/items/" + ITEM + "/drafts/" + version + "/publications",
                publisher,
                "publication-" + number,
                "If-Match: " + draft.etag() + "\r\n",
                Map.of("effectiveFrom", today.toString(), "note", "测量"));
        return version;
    }

    private Answer post(String path, String token, String key, String header, Map<String, ?> body) throws IOException {
        return here.send(
                        "POST",
                        path,
                        "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
                                + key + "\r\n" + header,
                        JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8))
                .orFail("POST " + path);
    }

    private static long findable(HttpLine line, int version, long since) throws IOException, InterruptedException {
        while (System.nanoTime() - since < PATIENCE.toNanos()) {
            String found = line.send("GET", QUERY, "", null).orFail("search").body();
            for (JsonNode entry : JSON.readTree(found).get("items")) {
                for (JsonNode offer : entry.get("implementations")) {
                    if (ITEM.equals(offer.get("itemCode").asString())
                            && offer.get("version").intValue() == version) {
                        return System.nanoTime() - since;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new IllegalStateException("version " + version + " was not found within " + PATIENCE);
    }
}
