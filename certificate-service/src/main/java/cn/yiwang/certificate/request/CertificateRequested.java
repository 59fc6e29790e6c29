package cn.yiwang.certificate.request;

import cn.yiwang.certificate.certificate.CannotBeIssuedException;
import cn.yiwang.certificate.certificate.IssueOrder;
import cn.yiwang.certificate.certificate.Named;
import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.certificate.holder.HolderKind;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The data of {@code cn.yiwang.certificate.requested.v1}. */
record CertificateRequested(
        @Nullable UUID requestId,
        @Nullable UUID applicationId,
        @Nullable String applicationNumber,
        @Nullable String itemCode,
        @Nullable String certificateType,
        @Nullable String issuerCode,
        @Nullable String issuerName,
        @Nullable String division,
        @Nullable LocalDate decidedOn,
        @Nullable HolderKind holderKind,
        @Nullable String sealed) {

    static final String TYPE = "cn.yiwang.certificate.requested.v1";
    static final String TOPIC = "yiwang.certificate.requests";

    private static final Pattern NUMBER = Pattern.compile("[!-~]{1,64}");
    private static final int MAX_ISSUER_NAME = 100;

    UUID request() {
        return present(requestId, "requestId");
    }

    String sealedHolder() {
        return present(sealed, "sealed");
    }

    /**
     * The order for this holder.
     *
     * @throws CannotBeIssuedException when a part is missing or contradicts another
     * @throws cn.yiwang.standards.InvalidCodeException when a code is not valid
     */
    IssueOrder orderFor(Holder holder) {
        if (holder.kind() != present(holderKind, "holderKind")) {
            throw new CannotBeIssuedException("holderKind is not that of the sealed holder");
        }
        String number = present(applicationNumber, "applicationNumber");
        require(NUMBER.matcher(number).matches(), "applicationNumber");
        String name = present(issuerName, "issuerName");
        require(!name.isBlank() && name.codePointCount(0, name.length()) <= MAX_ISSUER_NAME, "issuerName");
        LocalDate decided = present(decidedOn, "decidedOn");
        require(decided.getYear() >= 2000 && decided.getYear() < 2200, "decidedOn");
        return new IssueOrder(
                request(),
                present(applicationId, "applicationId"),
                number,
                new BusinessItemCode(present(itemCode, "itemCode")),
                present(certificateType, "certificateType"),
                new Named(new CreditCode(present(issuerCode, "issuerCode")).value(), name),
                new DivisionCode(present(division, "division")),
                decided,
                holder);
    }

    private static <T> T present(@Nullable T value, String part) {
        if (value == null) {
            throw new CannotBeIssuedException(part + " is missing");
        }
        return value;
    }

    private static void require(boolean holds, String part) {
        if (!holds) {
            throw new CannotBeIssuedException(part + " is not usable");
        }
    }
}
