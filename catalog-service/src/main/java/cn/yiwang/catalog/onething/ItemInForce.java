package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.guide.Guide;

/** An item with the guide that binds today. */
record ItemInForce(String code, String name, String bodyCode, String bodyName, int version, Guide guide) {

    /** The item with the guide cut to a case. */
    ItemInForce with(Guide effective) {
        return new ItemInForce(code, name, bodyCode, bodyName, version, effective);
    }
}
