package cn.yiwang.catalog.variance;

import cn.yiwang.catalog.standard.Deviation.Aspect;
import java.util.Map;

/**
 * What one body says about one business item.
 *
 * @param values what it says, by aspect, in words that are the same when the meaning is
 * @param reasons why it differs, for the aspects with a deviation on record
 */
record Offer(
        String itemCode,
        String sequence,
        String bodyCode,
        String bodyName,
        Map<Aspect, String> values,
        Map<Aspect, String> reasons) {

    Offer {
        values = Map.copyOf(values);
        reasons = Map.copyOf(reasons);
    }
}
