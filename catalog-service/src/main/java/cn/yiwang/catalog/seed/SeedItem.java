package cn.yiwang.catalog.seed;

import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Result;
import cn.yiwang.catalog.item.NewItem;
import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.ImplementationCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the seed: a business item at one body, and the few facts that tell its guide from the template's.
 *
 * @param code null while no source shows the code
 * @param statutoryDays working days; null where no source gives the limit
 * @param promisedDays working days; null where no source gives the promise
 */
record SeedItem(
        @Nullable BusinessItemCode code,
        String name,
        ItemType type,
        SeedAction action,
        CreditCode body,
        ServiceLevel level,
        @Nullable Integer statutoryDays,
        @Nullable String statutoryBasis,
        boolean statutoryConfirmed,
        @Nullable Integer promisedDays,
        int visits,
        @Nullable String visitReason,
        Result result) {

    static SeedItem of(NamedCsvRecord row) {
        var body = new CreditCode(row.getField("body"));
        var level = ServiceLevel.ofCode(row.getField("level"));
        var base = text(row, "base_code");
        return new SeedItem(
                base == null
                        ? null
                        : BusinessItemCode.of(
                                ImplementationCode.of(body, level, new BaseCode(base)), row.getField("sequence")),
                row.getField("name"),
                ItemType.ofCode(row.getField("type")),
                SeedAction.valueOf(row.getField("action")),
                body,
                level,
                number(row, "statutory_days"),
                text(row, "statutory_basis"),
                Boolean.parseBoolean(row.getField("statutory_confirmed")),
                number(row, "promised_days"),
                Integer.parseInt(row.getField("visits")),
                text(row, "visit_reason"),
                new Result(
                        Result.Kind.valueOf(row.getField("result_kind")),
                        text(row, "result_name"),
                        text(row, "certificate_type")));
    }

    NewItem newItem(@Nullable String baseName) {
        return new NewItem(baseName == null ? name : baseName, type, body, level, code, name);
    }

    List<Audience> audiences() {
        return List.of(Audience.ORGANIZATION);
    }

    private static @Nullable String text(NamedCsvRecord row, String field) {
        var text = row.getField(field);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer number(NamedCsvRecord row, String field) {
        var text = text(row, field);
        return text == null ? null : Integer.valueOf(text);
    }
}
