package cn.yiwang.localstack.tokens;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The authorization code grant of a public client: open the login form, fill it in, follow the code. */
final class PersonLogin {

    private static final String CLIENT = "portal";
    private static final String REDIRECT = "http://127.0.0.1/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI issuer;

    PersonLogin(URI issuer) {
        this.issuer = issuer;
    }

    String accessToken(String login, String password) {
        try (Http http = new Http()) {
            Pkce pkce = Pkce.fresh();
            String state = Pkce.randomText();
            URI form = redirect(http.page(authorization(pkce, state)), "the authorization request");
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("username", login);
            fields.put("password", password);
            fields.put("_csrf", csrf(http.page(form)));
            URI onward = redirect(http.post(form, fields), "the login form");
            if (onward.toString().contains("error")) {
                throw new TokenException(
                        "the issuer does not accept the password of " + login + " that is kept in this checkout");
            }
            URI callback = redirect(http.page(onward), "the authorization request after login");
            return exchange(http, pkce, code(callback, state));
        }
    }

    private URI authorization(Pkce pkce, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", CLIENT);
        query.put("scope", "openid profile");
        query.put("redirect_uri", REDIRECT);
        query.put("state", state);
        query.put("code_challenge", pkce.challenge());
        query.put("code_challenge_method", "S256");
        return URI.create(issuer + "/oauth2/authorize?" + Http.encoded(query));
    }

    private String exchange(Http http, Pkce pkce, String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", CLIENT);
        form.put("redirect_uri", REDIRECT);
        form.put("code", code);
        form.put("code_verifier", pkce.verifier());
        return TokenAnswer.accessToken(http.post(URI.create(issuer + "/oauth2/token"), form));
    }

    private static String code(URI callback, String state) {
        String code = "";
        String echoed = "";
        for (String pair : String.valueOf(callback.getRawQuery()).split("&")) {
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            if (pair.startsWith("code=")) {
                code = value;
            } else if (pair.startsWith("state=")) {
                echoed = value;
            }
        }
        if (code.isEmpty() || !echoed.equals(state)) {
            throw new TokenException("the issuer sent no code back but " + callback);
        }
        return code;
    }

    private URI redirect(HttpResponse<String> answer, String what) {
        return answer.headers()
                .firstValue("Location")
                .map(issuer::resolve)
                .orElseThrow(() -> new TokenException(
                        "the issuer answered " + what + " with " + answer.statusCode() + " instead of a redirect"));
    }

    private static String csrf(HttpResponse<String> form) {
        Matcher field = CSRF.matcher(form.body());
        if (!field.find()) {
            throw new TokenException("the issuer's login form (" + form.statusCode() + ") has no _csrf field");
        }
        return field.group(1);
    }
}
