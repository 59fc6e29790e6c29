package cn.yiwang.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Upstreams;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalog as its own contract shows it, and items derived from that example. */
public final class TestCatalog {

    public static final String NAME = "catalog-service";

    /** Two reviewing departments, a required material, a certificate as result; for organizations. */
    public static final String PHARMACY = "11431000MB1938148M300017200500001";

    /** One reviewing department, no required material, a document as result. */
    public static final String CANCELLATION = "11431000MB1938148M300017200500005";

    /** Like the pharmacy, without required materials. */
    public static final String QUICK_PHARMACY = "11431000MB1938148M300017200500007";

    /** Like the cancellation, without any review. */
    public static final String UNREVIEWED = "11431000MB1938148M300017200500008";

    /** A lower body in Changde takes in and reviews first, the lead body reviews and decides; taken in all over the province. */
    public static final String FORWARDED = "11431000MB1938148M300017200500009";

    /** One officer reviews, another decides. */
    public static final String FOUR_EYES = "11431000MB1938148M300017200500010";

    /** The guide does not say who decides. */
    public static final String TWO_EYES = "11431000MB1938148M300017200500011";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestCatalog() {}

    public static void offersEverything() {
        offers(PHARMACY, item -> {});
        offers(QUICK_PHARMACY, TestCatalog::requireNothing);
        offers(CANCELLATION, item -> {
            requireNothing(item);
            keepReviews(item, 1);
            result(item);
        });
        offers(UNREVIEWED, item -> {
            requireNothing(item);
            keepReviews(item, 0);
            result(item);
        });
    }

    /** Offers an item that is reviewed first by a body of Changde. */
    public static void offersFirstReview() {
        offers(FORWARDED, item -> {
            requireNothing(item);
            result(item);
            var links = item.withObject("/guide").withArray("links");
            links.removeAll();
            link(links, "ACCEPTANCE", "11430700MBEX00044E");
            link(links, "REVIEW", "11430700MBEX00044E");
            link(links, "REVIEW", "11431000MB1938148M");
            link(links, "DECISION", "11431000MB1938148M");
            item.withObject("/guide").withObject("/handling").put("crossRegion", "PROVINCE");
        });
    }

    private static void link(ArrayNode links, String kind, String body) {
        var link = links.addObject();
        link.put("order", links.size()).put("kind", kind).put("name", kind).putNull("limit");
        link.putObject("department").put("code", body).put("name", body);
    }

    /** Offers an item for which one officer is to review and another to decide. */
    public static void offersFourEyes() {
        offers(FOUR_EYES, item -> {
            requireNothing(item);
            keepReviews(item, 1);
            result(item);
            item.withObject("/guide").withObject("/handling").put("examination", "REVIEW_THEN_APPROVAL");
        });
        offers(TWO_EYES, item -> {
            requireNothing(item);
            keepReviews(item, 1);
            result(item);
            item.withObject("/guide").withObject("/handling").putNull("examination");
        });
    }

    /** Offers an item like the example, with a change. */
    public static void offers(String itemCode, Consumer<ObjectNode> change) {
        var item = (ObjectNode) JSON.readTree(Contracts.text("catalog/examples/item-version.json"));
        item.put("itemCode", itemCode);
        change.accept(item);
        Upstreams.of(NAME)
                .stubFor(get(urlPathEqualTo("/api/v1/items/" + itemCode))
                        .willReturn(okJson(JSON.writeValueAsString(item))));
    }

    public static void knowsNot(String itemCode) {
        Upstreams.of(NAME)
                .stubFor(get(urlPathEqualTo("/api/v1/items/" + itemCode))
                        .willReturn(aResponse()
                                .withStatus(404)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"type\":\"/problems/not-found\",\"status\":404}")));
    }

    public static void isDown(String itemCode) {
        Upstreams.of(NAME)
                .stubFor(get(urlPathEqualTo("/api/v1/items/" + itemCode))
                        .willReturn(aResponse().withStatus(503)));
    }

    private static void requireNothing(ObjectNode item) {
        item.withObject("/guide").withArray("materials").forEach(material -> ((ObjectNode) material)
                .put("necessity", "OPTIONAL"));
    }

    private static void keepReviews(ObjectNode item, int count) {
        var links = (ArrayNode) item.path("guide").path("links");
        var seen = 0;
        for (var i = 0; i < links.size(); i++) {
            if (links.get(i).path("kind").asString().equals("REVIEW") && ++seen > count) {
                links.remove(i--);
            }
        }
    }

    private static void result(ObjectNode item) {
        item.withObject("/guide").withObject("/result").put("kind", "DOCUMENT").putNull("certificateType");
    }
}
