package cn.yiwang.starter.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads an actor out of the claims of a verified token; a token that tells too little or too much is refused. */
final class ActorClaims {

    private static final int MAXIMUM_LENGTH = 128;

    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toUnmodifiableMap(Role::claim, Function.identity()));
    private static final Map<String, SubjectType> SUBJECT_TYPES = Arrays.stream(SubjectType.values())
            .collect(Collectors.toUnmodifiableMap(SubjectType::claim, Function.identity()));

    private ActorClaims() {}

    static ActorAuthentication authenticate(Jwt token, Subjects subjects) {
        Actor actor = actor(token, subjects);
        if (Role.combineAdministrators(actor.roles())) {
            throw new AdministratorsCombinedException(actor.subject());
        }
        return new ActorAuthentication(token, actor, authorities(actor));
    }

    private static Actor actor(Jwt token, Subjects subjects) {
        String subject = required(token, "sub");
        SubjectType type = SUBJECT_TYPES.get(required(token, "subject_type"));
        if (type == null) {
            throw refused("subject_type is unknown");
        }
        String name = text(token, "name");
        return new Actor(
                subjects.of(token.getClaimAsString("iss"), subject),
                name == null ? subject : name,
                type,
                text(token, "id_number"),
                text(token, "organization"),
                text(token, "organization_name"),
                text(token, "department"),
                text(token, "division"),
                roles(token),
                scopes(token),
                assurance(token));
    }

    private static List<SimpleGrantedAuthority> authorities(Actor actor) {
        return Stream.concat(
                        actor.roles().stream().map(Role::authority),
                        actor.scopes().stream().map(scope -> "SCOPE_" + scope))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** Roles of other systems of the same issuer are none of ours and grant nothing. */
    private static Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getClaim("roles") instanceof Collection<?> names) {
            for (Object name : names) {
                Role role = ROLES.get(String.valueOf(name));
                if (role != null) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    /** RFC 8693 writes the scopes as one string with blanks; some providers write a list. */
    private static Set<String> scopes(Jwt token) {
        Set<String> scopes = new LinkedHashSet<>();
        Object claim = token.getClaim("scope");
        if (claim instanceof String names) {
            for (String name : names.split(" ", -1)) {
                if (!name.isEmpty()) {
                    scopes.add(name);
                }
            }
        } else if (claim instanceof Collection<?> names) {
            names.forEach(name -> scopes.add(String.valueOf(name)));
        }
        return scopes;
    }

    private static int assurance(Jwt token) {
        Object claim = token.getClaim("assurance");
        if (claim == null) {
            return 0;
        }
        if (claim instanceof Number level && level.intValue() >= 0 && level.intValue() <= 4) {
            return level.intValue();
        }
        throw refused("assurance is no level");
    }

    private static String required(Jwt token, String claim) {
        String value = text(token, claim);
        if (value == null) {
            throw refused(claim + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Jwt token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null || "".equals(value)) {
            return null;
        }
        if (value instanceof String text
                && text.length() <= MAXIMUM_LENGTH
                && text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        throw refused(claim + " is not usable");
    }

    private static InvalidBearerTokenException refused(String reason) {
        return new InvalidBearerTokenException(reason);
    }
}
