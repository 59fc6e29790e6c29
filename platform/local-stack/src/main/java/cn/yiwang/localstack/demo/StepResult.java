package cn.yiwang.localstack.demo;

/** What {@code demo --json} prints of one step. */
record StepResult(String step, boolean passed, long millis, String detail) {}
