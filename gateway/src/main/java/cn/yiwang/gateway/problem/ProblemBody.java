package cn.yiwang.gateway.problem;

/** The members of RFC 9457 in the order in which the services write them. */
record ProblemBody(String type, String title, int status, String detail, String instance, String traceId) {}
