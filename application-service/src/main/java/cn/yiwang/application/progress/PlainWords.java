package cn.yiwang.application.progress;

import cn.yiwang.application.lifecycle.Status;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a status means for somebody who is no lawyer. */
final class PlainWords {

    private static final String BUNDLE = "progress.words";

    private PlainWords() {}

    static String of(Status status) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        ResourceBundle words = ResourceBundle.getBundle(
                BUNDLE,
                chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.getString(status.name());
    }

    static String label(Status status) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? status.publicStatus().label() : status.publicStatus().englishLabel();
    }
}
