package cn.yiwang.benchmarks.lifecycle;

import cn.yiwang.benchmarks.load.Answer;
import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.Notes;
import java.io.IOException;
import java.net.URI;

/**
 * The shortest whole life of an application: four calls. The item (注销药品零售许可) has one reviewing department, asks for no
 * file and ends without a certificate.
 */
public final class Lifecycle implements ClosedLoop.Work {

    public static final String ITEM = "11431000MB1938148M300017200500005";

    private static final String OPEN = "{\"itemCode\":\"" + ITEM + "\",\"summary\":\"申请注销药品零售许可（示例）\",\"submit\":true}";
    private static final String REVIEW = "{\"outcome\":\"APPROVED\",\"opinion\":\"材料齐全，同意。\"}";
    private static final String DECISION = "{\"outcome\":\"GRANTED\"}";

    private final Cast cast;
    private final Caller caller;

    public Lifecycle(URI gateway, Cast cast) {
        this.cast = cast;
        this.caller = new Caller(gateway);
    }

    @Override
    public void once(Notes notes) throws IOException {
        Answer opened = caller.post(notes, "create-and-submit", cast.agent(), "/api/v1/applications", "", OPEN);
        String path = opened.location();
        Answer accepted = caller.post(notes, "accept", cast.clerk(), path + "/acceptances", opened.etag(), "{}");
        Answer reviewed = caller.post(notes, "review", cast.reviewer(), path + "/reviews", accepted.etag(), REVIEW);
        caller.post(notes, "decide", cast.approver(), path + "/decisions", reviewed.etag(), DECISION);
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }
}
