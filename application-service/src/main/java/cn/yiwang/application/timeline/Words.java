package cn.yiwang.application.timeline;

import cn.yiwang.application.lifecycle.Mover;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The words of a timeline, from {@code timeline/words}: for each event of the history a title, its legal meaning and its article; for each
 * mover who that is. A test holds the file against everything that can happen.
 */
public final class Words {

    private static final String BUNDLE = "timeline.words";

    /** For what a newer instance wrote while this older one still runs. */
    private static final String OTHER = "other";

    private Words() {}

    /** What an event is called and what follows from it by law. */
    record Meaning(String title, String meaning, String article) {}

    static boolean isChinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    static Meaning of(String event) {
        ResourceBundle words = bundle(isChinese());
        String key = has(words, event) ? event : OTHER;
        return new Meaning(
                words.getString(key + ".title"), words.getString(key + ".meaning"), words.getString(key + ".article"));
    }

    static String of(Mover mover) {
        return bundle(isChinese()).getString("mover." + mover.name());
    }

    /** Whether an event has all its words in both languages. */
    public static boolean know(String event) {
        return has(bundle(true), event) && has(bundle(false), event);
    }

    private static boolean has(ResourceBundle words, String event) {
        try {
            return !words.getString(event + ".title").isBlank()
                    && !words.getString(event + ".meaning").isBlank()
                    && !words.getString(event + ".article").isBlank();
        } catch (MissingResourceException absent) {
            return false;
        }
    }

    private static ResourceBundle bundle(boolean chinese) {
        return ResourceBundle.getBundle(
                BUNDLE,
                chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
