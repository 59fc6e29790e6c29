package cn.yiwang.benchmarks.load;

/**
 * What a server answered.
 *
 * @param etag the entity tag with its quotation marks, empty when there is none
 */
public record Answer(int status, String etag, String location, String body) {

    /** Returns this answer, or fails when it is not a success. */
    public Answer orFail(String call) {
        if (status < 200 || status > 299) {
            throw new FailedCallException(call + " answered " + status + ": " + body);
        }
        return this;
    }
}
