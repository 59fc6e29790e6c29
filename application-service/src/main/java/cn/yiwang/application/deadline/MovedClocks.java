package cn.yiwang.application.deadline;

import java.time.LocalDate;

/** Where pauses and extensions are kept. */
public interface MovedClocks {

    /** What moved the clock of an application's decision whose limit began on that day. */
    Adjustments of(long applicationKey, LocalDate day0);
}
