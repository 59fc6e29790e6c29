package cn.yiwang.catalog.flowchart;

import java.util.List;

/**
 * What a chart shows.
 *
 * @param start what begins the process
 * @param end what it leads to
 */
record Plan(String title, String subtitle, String start, List<Step> steps, String end) {

    /**
     * A step; steps of the same order run side by side.
     *
     * @param remark what is special about a special procedure; empty for ordinary steps
     */
    record Step(int order, String name, String department, String time, String remark) {

        boolean isSpecial() {
            return !remark.isEmpty();
        }
    }
}
