package cn.yiwang.catalog.onething.form;

import cn.yiwang.catalog.guide.Guide;

/** An item of a package with the guide that binds. */
public record PartOfPackage(String itemCode, int version, Guide guide) {}
