package cn.yiwang.benchmarks.load;

/** A call under load was not answered as it should have been. */
public class FailedCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedCallException(String message) {
        super(message);
    }
}
