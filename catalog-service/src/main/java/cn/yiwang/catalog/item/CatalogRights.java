package cn.yiwang.catalog.item;

import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import org.jspecify.annotations.Nullable;

/** Whose guides a member of staff may work on: those of the own body; the province keeps the whole catalog. */
public final class CatalogRights {

    private static final String PROVINCE = "430000";

    private CatalogRights() {}

    /** The body to which the actor's work is confined; null for those who may work on all. */
    public static @Nullable String confinedTo(Actor actor) {
        if (isProvincial(actor)) {
            return null;
        }
        return actor.department() == null ? "" : actor.department();
    }

    /** Whether the actor works for the province, which sets the standard for everybody. */
    public static boolean isProvincial(Actor actor) {
        return actor.type() == SubjectType.STAFF && PROVINCE.equals(actor.division());
    }

    public static boolean mayWorkOn(Actor actor, BusinessItem item) {
        var body = confinedTo(actor);
        return body == null || body.equals(item.bodyCode());
    }
}
