package cn.yiwang.catalog.item;

import cn.yiwang.catalog.guide.Guide;
import java.time.LocalDate;

/** The guides that bind on a day. */
public interface GuidesInForce {

    /** A guide with what it belongs to. */
    record InForce(String itemCode, String name, int version, Guide guide) {}

    /**
     * The version in force on a day.
     *
     * @throws cn.yiwang.starter.problem.ProblemException 404 when there is no such item, or none was in force
     */
    InForce inForce(String itemCode, LocalDate day);
}
