package cn.yiwang.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.problem.ProblemType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.assertj.core.api.SoftAssertions;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Checks that every problem of an enum can be read by people: in both languages, and with a page for developers. */
public final class ProblemTexts {

    private static final String CHINESE = "_zh_CN.properties";

    private ProblemTexts() {}

    /** Fails for each missing title, detail or page of {@code docs/problems/}. */
    public static void check(Class<? extends ProblemType> problems) {
        var constants = problems.getEnumConstants();
        assertThat(constants).as("%s is an enum with constants", problems).isNotEmpty();
        var english = texts(false);
        var chinese = texts(true);
        var soft = new SoftAssertions();
        for (var problem : constants) {
            soft.assertThat(problem.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            for (var part : new String[] {".title", ".detail"}) {
                var key = problem.slug() + part;
                soft.assertThat(english.getProperty(key)).as("English %s", key).isNotBlank();
                soft.assertThat(chinese.getProperty(key)).as("Chinese %s", key).isNotBlank();
                soft.assertThat(arguments(english.getProperty(key, "")))
                        .as("both languages of %s have the same arguments", key)
                        .isEqualTo(arguments(chinese.getProperty(key, "")));
            }
            soft.assertThat(Checkout.root().resolve("docs/problems/" + problem.slug() + ".md"))
                    .isNotEmptyFile();
        }
        soft.assertAll();
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(boolean chinese) {
        var all = new Properties();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:problems/*.properties")) {
                var name = resource.getFilename();
                if (name != null && name.endsWith(CHINESE) == chinese) {
                    try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                        all.load(reader);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
