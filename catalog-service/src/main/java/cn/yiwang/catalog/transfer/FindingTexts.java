package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.content.Finding;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What findings say to people: Chinese for every kind of Chinese and for those who name no language, English for the rest. */
@Component
class FindingTexts {

    private static final String PREFIX = "import-finding.";

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    FindingTexts() {
        bundle.setBasename("transfer/findings");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    String text(Finding finding, Locale wished) {
        return message(finding.code(), finding, wished);
    }

    /** How to mend it. */
    String remedy(Finding finding, Locale wished) {
        return message(finding.code() + ".remedy", finding, wished);
    }

    private String message(String key, Finding finding, Locale wished) {
        var language =
                Locale.CHINESE.getLanguage().equals(wished.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return bundle.getMessage(PREFIX + key, finding.arguments().toArray(), language);
    }
}
