package cn.yiwang.starter.problem;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of problems, from the service's own bundle and then the starter's. Simplified Chinese for every kind of
 * Chinese and for callers who name no language, English for the rest.
 */
final class ProblemTexts {

    private static final Logger log = LoggerFactory.getLogger(ProblemTexts.class);

    private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

    ProblemTexts(String applicationName) {
        if (getClass().getResource("/problems/" + applicationName + ".properties") != null) {
            bundles.addBasenames("problems/" + applicationName);
        }
        bundles.addBasenames("problems/starter");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
    }

    /** The language to answer in, for the first language that the caller would like. */
    static Locale language(Locale wished) {
        return Locale.CHINESE.getLanguage().equals(wished.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    String title(ProblemType type, Locale language) {
        return text(type.slug() + ".title", List.of(), language);
    }

    String detail(ProblemType type, List<Object> arguments, Locale language) {
        return text(type.slug() + ".detail", arguments, language);
    }

    /** Finds a text; a missing one is a fault of ours that must not hide the problem itself. */
    String text(String key, List<Object> arguments, Locale language) {
        try {
            return bundles.getMessage(key, arguments.toArray(), language);
        } catch (NoSuchMessageException e) {
            log.error("No text for {} in {}", key, language);
            return key;
        }
    }
}
