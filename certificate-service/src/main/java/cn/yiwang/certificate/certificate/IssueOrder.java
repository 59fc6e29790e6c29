package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One certificate to be issued.
 *
 * @param requestId one certificate at most is issued for it
 * @param type the code of the kind of certificate
 * @param decidedOn date of issue and first day of validity
 */
public record IssueOrder(
        UUID requestId,
        UUID applicationId,
        String applicationNumber,
        BusinessItemCode item,
        String type,
        Named issuer,
        DivisionCode division,
        LocalDate decidedOn,
        Holder holder) {}
