package cn.yiwang.gateway.token;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Who sent a valid token. The gateway knows no roles: what a caller may do is the service's question. The name tells
 * one client from another: two issuers may give the same subject to two people.
 */
final class VerifiedCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String name;

    VerifiedCaller(String issuer, String subject) {
        super(List.of());
        this.name = subject + " of " + issuer;
        setAuthenticated(true);
    }

    @Override
    public String getPrincipal() {
        return name;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
