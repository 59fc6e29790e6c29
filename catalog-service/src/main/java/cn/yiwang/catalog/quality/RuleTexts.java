package cn.yiwang.catalog.quality;

import cn.yiwang.catalog.rule.PublishRule;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What is wrong and how to mend it, in the language of the reader: the same texts that refuse a publication. */
@Component
class RuleTexts {

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    RuleTexts() {
        bundle.setBasename("problems/catalog-service");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    String of(PublishRule rule, List<?> arguments, Locale wished) {
        var language =
                Locale.CHINESE.getLanguage().equals(wished.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return bundle.getMessage(rule.textKey(), arguments.toArray(), language);
    }
}
