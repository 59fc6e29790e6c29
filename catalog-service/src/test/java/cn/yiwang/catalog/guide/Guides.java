package cn.yiwang.catalog.guide;

import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.testsupport.Contracts;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Guides to change and to judge: the pharmacy guide of the contract, with a part of it said otherwise. */
public final class Guides {

    public static final BusinessItemCode PHARMACY = new BusinessItemCode("11431000MB1938148M300017200500001");
    public static final String LEAD = "11431000MB1938148M";
    public static final String SECOND = "11431000MBEX00021B";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Guides() {}

    /** The guide of the contract's example. */
    public static Guide pharmacy() {
        return with(guide -> guide);
    }

    /** The same as JSON, as an editor sends it. */
    public static ObjectNode pharmacyJson() {
        return (ObjectNode) JSON.readTree(Contracts.text("catalog/examples/item-version.json"))
                .get("guide");
    }

    /** The same with a change. */
    public static Guide with(UnaryOperator<ObjectNode> change) {
        return JSON.treeToValue(change.apply(pharmacyJson()), Guide.class);
    }
}
