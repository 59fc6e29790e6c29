package cn.yiwang.localstack;

import cn.yiwang.localservers.ServerFailedException;
import cn.yiwang.localstack.archive.Preparation;
import cn.yiwang.localstack.demo.Demo;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.launcher.Platform;
import cn.yiwang.localstack.notice.Hindrances;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.supervision.Launcher;
import cn.yiwang.localstack.tokens.TokenException;
import cn.yiwang.localstack.tokens.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The commands of {@code ./yiwang}. */
public final class LocalStack {

    private final Options options;
    private final Platform platform;
    private final PrintStream out;

    private LocalStack(Options options, PrintStream out) {
        this.options = options;
        this.platform = new Platform(options.home());
        this.out = out;
    }

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "launcher-logback.xml");
        // Names and texts are Chinese, whatever the terminal's locale is.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code;
        try {
            code = new LocalStack(Options.parse(args, System.getenv()), out).run();
        } catch (LaunchException | TokenException | ServerFailedException | UncheckedIOException e) {
            err.println("yiwang: " + Hindrances.of(e));
            code = 1;
        }
        out.flush();
        System.exit(code);
    }

    private int run() {
        return switch (options.command()) {
            case UP -> up();
            case DEMO -> demo();
            case DOWN -> down();
            case STATUS -> status();
            case LOGS -> new LogsCommand(platform, options, out).run();
            case SCALE -> scale();
            case TOKEN -> token();
            case VERIFY_AUDIT -> new VerifyAuditCommand(platform, out).run();
            case PREPARE -> prepare();
            case WATCH -> watch(options.home());
        };
    }

    private int up() {
        HealthTable.print(platform.up(options.wish(), this::progress), options.json(), out);
        return 0;
    }

    private int demo() {
        platform.up(options.wish(), this::progress);
        return new Demo(platform, out, options.json()).run();
    }

    private int down() {
        platform.down(this::progress);
        return 0;
    }

    private int status() {
        HealthTable.print(platform.status(), options.json(), out);
        return 0;
    }

    private int scale() {
        HealthTable.print(
                platform.scale(options.argument(0, "which service"), options.number(1, "how many"), this::progress),
                options.json(),
                out);
        return 0;
    }

    private int token() {
        URI issuer = platform.issuer();
        out.println(new Tokens(issuer, platform.home().secrets()).get(options.argument(0, "whose token")));
        return 0;
    }

    private int prepare() {
        new Preparation(options.home().checkout()).run(this::progress);
        return 0;
    }

    private static int watch(Home home) {
        try {
            Launcher.run(home);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the launcher cannot go on", e);
        }
    }

    /** Beside what is asked for, so that {@code --json} stays JSON. */
    private void progress(String line) {
        if (options.json()) {
            System.err.println(line);
        } else {
            out.println(line);
        }
    }
}
