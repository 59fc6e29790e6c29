package cn.yiwang.starter.identity;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A verified token together with the actor that its claims describe, read once per request. */
final class ActorAuthentication extends JwtAuthenticationToken {

    private final Actor actor;

    ActorAuthentication(Jwt token, Actor actor, Collection<? extends GrantedAuthority> authorities) {
        super(token, authorities, actor.subject());
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }
}
