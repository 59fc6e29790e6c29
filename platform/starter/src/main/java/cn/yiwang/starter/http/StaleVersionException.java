package cn.yiwang.starter.http;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;

/** Somebody else changed the thing first (412); thrown where {@code UPDATE … AND version = ?} hits no row. */
public class StaleVersionException extends ProblemException {

    public StaleVersionException() {
        super(CommonProblem.STALE_VERSION);
    }
}
