package cn.yiwang.certificate.type;

import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.division.Divisions;
import java.time.LocalDate;

/** What a certificate's number can depend on. */
public record NumberRequest(BusinessItemCode item, DivisionCode division, Holder holder, LocalDate issuedOn) {

    /**
     * A line of the certificate that the number is made of.
     *
     * @throws NumberNotComposableException when the request lacks it
     */
    String field(String caption) {
        String text = holder.fields().get(caption);
        if (text == null) {
            throw new NumberNotComposableException("The number of this certificate needs the field " + caption);
        }
        return text;
    }

    /** The issuer's prefecture, or its province when it is a provincial body. */
    Prefecture prefecture() {
        if (Divisions.bundled().find(division, issuedOn).isEmpty()) {
            throw new NumberNotComposableException("No division %s of Hunan on %s".formatted(division, issuedOn));
        }
        return Prefecture.of(division);
    }
}
