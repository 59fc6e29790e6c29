package cn.yiwang.starter.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** The actor of the request that the current thread serves. */
public final class CurrentActor {

    private CurrentActor() {}

    /** Returns the actor, or null when no caller with a token is being served. */
    public static @Nullable Actor find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication authentication
                ? authentication.actor()
                : null;
    }
}
