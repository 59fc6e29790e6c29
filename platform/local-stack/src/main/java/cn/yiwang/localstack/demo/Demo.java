package cn.yiwang.localstack.demo;

import cn.yiwang.localstack.launcher.Platform;
import cn.yiwang.localstack.tokens.Tokens;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The whole walk; it can be taken again and again on the same platform. */
public final class Demo {

    private final Platform platform;
    private final PrintStream out;
    private final boolean json;

    public Demo(Platform platform, PrintStream out, boolean json) {
        this.platform = platform;
        this.out = out;
        this.json = json;
    }

    /** The exit code: 0 when every step has passed. */
    public int run() {
        long begun = System.nanoTime();
        Journal journal = new Journal(out, json);
        Tokens tokens = new Tokens(platform.issuer(), platform.home().secrets());
        TopicReader topics = new TopicReader(platform.broker());
        try (Front front = new Front(platform.gateway(), tokens, journal);
                PartnerCase partner = new PartnerCase(front, journal, topics, Clock.systemUTC())) {
            LicenceCase licence = new LicenceCase(front, journal);
            partner.subscribe();
            licence.walk();
            partner.compare(licence);
            new ComplaintCase(front, journal).walk();
        }
        List<StepResult> results = journal.results();
        if (json) {
            out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        } else {
            summary(results, Journal.millisSince(begun));
        }
        return journal.hasFailed() ? 1 : 0;
    }

    private void summary(List<StepResult> results, long millis) {
        out.println();
        results.stream()
                .filter(result -> !result.passed())
                .findFirst()
                .ifPresentOrElse(
                        failed -> out.println("demo: FAILED at the step \"" + failed.step() + "\""),
                        () -> out.printf(
                                "demo: all %d steps passed in %.1f s; the platform goes on at %s%n",
                                results.size(), millis / 1000.0, platform.gateway()));
    }
}
