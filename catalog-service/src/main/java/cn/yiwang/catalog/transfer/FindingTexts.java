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
        bundle.setBasenames("transfer/findings", "problems/catalog-service");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    String text(Finding finding, Locale wished) {
        return isOfARule(finding)
                ? message(finding.code(), finding, wished)
                : message(PREFIX + finding.code(), finding, wished);
    }

    /** How to mend it; the text of a rule says so itself. */
    String remedy(Finding finding, Locale wished) {
        var code = isOfARule(finding) ? "publish-rule" : finding.code();
        return message(PREFIX + code + ".remedy", finding, wished);
    }

    private static boolean isOfARule(Finding finding) {
        return finding.code().startsWith("publish-rule.");
    }

    private String message(String key, Finding finding, Locale wished) {
        var language =
                Locale.CHINESE.getLanguage().equals(wished.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return bundle.getMessage(key, finding.arguments().toArray(), language);
    }
}
