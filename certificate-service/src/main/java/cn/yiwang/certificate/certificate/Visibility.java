package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.HolderKind;
import cn.yiwang.certificate.holder.HolderVault;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which certificates an actor may see: a holder its own, staff those of their own body. Lists, single reads, QR codes and
 * revocations all ask here and nowhere else.
 */
@Component
public class Visibility {

    private static final Set<Role> STAFF =
            Set.of(Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.CERTIFICATE_OFFICER, Role.SUPERVISOR);

    private final HolderVault holders;

    Visibility(HolderVault holders) {
        this.holders = holders;
    }

    /** A condition on the table, to be turned into SQL by the repository. */
    public sealed interface Scope {

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record OfHolder(HolderKind kind, byte[] index) implements Scope {}

        record OfIssuer(String issuer, String division) implements Scope {}

        record Nothing() implements Scope {}
    }

    public Scope of(Actor actor) {
        return switch (actor.type()) {
            case PERSON ->
                actor.idNumber() == null
                        ? new Scope.Nothing()
                        : new Scope.OfHolder(HolderKind.PERSON, holders.indexOf(actor.idNumber()));
            case ORGANIZATION ->
                actor.organization() == null
                        ? new Scope.Nothing()
                        : new Scope.OfHolder(HolderKind.ORGANIZATION, holders.indexOf(actor.organization()));
            case STAFF ->
                actor.department() == null
                                || actor.division() == null
                                || actor.roles().stream().noneMatch(STAFF::contains)
                        ? new Scope.Nothing()
                        : new Scope.OfIssuer(actor.department(), actor.division());
            case SYSTEM -> new Scope.Nothing();
        };
    }
}
