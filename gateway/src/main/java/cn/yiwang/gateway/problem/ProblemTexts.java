package cn.yiwang.gateway.problem;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;

/** Titles and details of the gateway's problems; Chinese unless the caller prefers English. */
final class ProblemTexts {

    private static final String BUNDLE = "problems.gateway";
    private static final List<Locale> OFFERED = List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

    private final Map<GatewayProblem, Text> chinese = load(Locale.SIMPLIFIED_CHINESE);
    private final Map<GatewayProblem, Text> english = load(Locale.ROOT);

    Localized of(GatewayProblem problem, HttpHeaders request) {
        boolean wantsEnglish = prefersEnglish(request);
        Text text = (wantsEnglish ? english : chinese).get(problem);
        if (text == null) {
            throw new IllegalStateException("no text for " + problem);
        }
        return new Localized(text, wantsEnglish ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    private static boolean prefersEnglish(HttpHeaders request) {
        if (request.getFirst(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return false;
        }
        try {
            Locale best = Locale.lookup(request.getAcceptLanguage(), OFFERED);
            return Locale.ENGLISH.equals(best);
        } catch (IllegalArgumentException e) {
            // A malformed wish is no wish.
            return false;
        }
    }

    private static Map<GatewayProblem, Text> load(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<GatewayProblem, Text> texts = new EnumMap<>(GatewayProblem.class);
        for (GatewayProblem problem : GatewayProblem.values()) {
            texts.put(
                    problem,
                    new Text(
                            bundle.getString(problem.slug() + ".title"), bundle.getString(problem.slug() + ".detail")));
        }
        return texts;
    }

    /** What a person reads. */
    record Text(String title, String detail) {}

    /** A text with the language that it is in. */
    record Localized(Text text, Locale locale) {}
}
