package cn.yiwang.localstack.status;

import org.jspecify.annotations.Nullable;

/**
 * One line of {@code status}.
 *
 * @param pid absent when it does not run, or not on this machine
 */
public record StatusRow(String name, int instance, @Nullable Long pid, String address, boolean healthy) {}
