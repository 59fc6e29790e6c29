package cn.yiwang.application.evaluation;

import java.time.Instant;
import java.util.UUID;

/**
 * That the applicant may evaluate a step, once. Whoever takes evaluations knows it by its id.
 *
 * @param step the event of the application's history
 */
public record Invitation(UUID id, String step, Instant invitedAt) {}
