package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Fee;
import cn.yiwang.catalog.guide.Fee.Charge;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules about fees. That a fee names its basis is a condition of its record. */
final class FeeRules {

    private FeeRules() {}

    /** A formula is written down, anything else has an amount, and a name stands for one fee. */
    static List<Objection> feesAreComputable(ProposedVersion version) {
        var fees = version.guide().fees();
        var names = new HashSet<String>();
        return IntStream.range(0, fees.size())
                .filter(i -> !names.add(fees.get(i).name()) || !isComputable(fees.get(i)))
                .mapToObj(i -> Objection.at("/guide/fees/" + i, fees.get(i).name()))
                .toList();
    }

    private static boolean isComputable(Fee fee) {
        return fee.charge() == Charge.FORMULA ? fee.formula() != null : fee.formula() == null && fee.amount() > 0;
    }

    static @Nullable Objection paidOnlineFitsTheFees(ProposedVersion version) {
        var handling = version.guide().handling();
        return handling != null
                        && Boolean.TRUE.equals(handling.paidOnline())
                        && version.guide().fees().isEmpty()
                ? Objection.at("/guide/handling/paidOnline")
                : null;
    }

    static @Nullable Objection feesSayWhetherPaidOnline(ProposedVersion version) {
        var handling = version.guide().handling();
        boolean silent = handling == null || handling.paidOnline() == null;
        return silent && !version.guide().fees().isEmpty() ? Objection.at("/guide/handling/paidOnline") : null;
    }
}
