package cn.yiwang.application.deadline;

import java.time.LocalDate;

/**
 * When a waiting status is due.
 *
 * @param on the day by which the body is to act: the promised one where that is earlier
 * @param statutoryOn the last day that the law leaves
 * @param provisional whether a year without a published holiday notice was counted through
 * @param calendar the version of the working calendar that was counted with
 * @param basis the article behind the limit
 */
public record Due(LocalDate on, LocalDate statutoryOn, boolean provisional, String calendar, String basis) {}
