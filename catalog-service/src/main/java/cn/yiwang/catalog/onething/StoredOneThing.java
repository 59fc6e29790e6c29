package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.body.Named;

/** A version of a package as stored. */
record StoredOneThing(
        long id,
        long packageId,
        String code,
        Named owner,
        int version,
        OneThingStatus status,
        OneThing content,
        String editor,
        long rowVersion) {}
