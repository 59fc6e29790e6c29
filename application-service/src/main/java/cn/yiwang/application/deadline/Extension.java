package cn.yiwang.application.deadline;

import cn.yiwang.standards.calendar.TimeLimit;

/** A longer limit, approved once, with reasons that the applicant is told (Administrative Licensing Law Art. 42). */
public record Extension(TimeLimit time, Approver approver, String basis) {

    /** Who has to approve it. */
    public enum Approver {
        BODY_HEAD("本行政机关负责人"),
        GOVERNMENT_HEAD("本级人民政府负责人");

        private final String label;

        Approver(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
