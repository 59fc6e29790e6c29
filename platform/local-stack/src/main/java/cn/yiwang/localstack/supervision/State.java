package cn.yiwang.localstack.supervision;

import java.util.List;

/**
 * How an instance is doing.
 *
 * @param failures how often it died, or could not be started, since it last was well
 * @param lastWords why, and the last lines of its log
 */
public record State(Phase phase, int failures, List<String> lastWords) {

    static final State NEW = new State(Phase.WAITING, 0, List.of());

    public State {
        lastWords = List.copyOf(lastWords);
    }

    State in(Phase next) {
        return new State(next, failures, lastWords);
    }

    public enum Phase {
        /** For what it needs, or for its turn. */
        WAITING,
        STARTING,
        HEALTHY,
        /** Lives, and does not answer as it should; it is left to recover. */
        ILL,
        /** Died; starts again after a pause. */
        FAILING
    }
}
