package cn.yiwang.starter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a day or an instant from its text (ISO 8601, years of four digits) and from nothing else. Jackson alone also takes numbers, texts of
 * digits and lists, and so makes 1970 of a slip; and it takes years that no column holds.
 */
final class IsoTexts<T extends Comparable<? super T>> extends StdScalarDeserializer<T> {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Function<String, T> parser;
    private final T first;
    private final T last;

    private IsoTexts(Class<T> type, Function<String, T> parser, T first, T last) {
        super(type);
        this.parser = parser;
        this.first = first;
        this.last = last;
    }

    static IsoTexts<Instant> instants() {
        return new IsoTexts<>(
                Instant.class,
                Instant::parse,
                FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999).toInstant(ZoneOffset.UTC));
    }

    static IsoTexts<LocalDate> days() {
        return new IsoTexts<>(LocalDate.class, LocalDate::parse, FIRST_DAY, LAST_DAY);
    }

    @Override
    @SuppressWarnings("unchecked") // what the context gives back is of the type asked for, or it throws
    public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(getValueType(context), json);
        }
        T value = read(json.getString());
        return value != null
                ? value
                : (T) context.handleWeirdStringValue(handledType(), "", "is no day or instant in ISO 8601");
    }

    private @Nullable T read(String text) {
        try {
            T value = parser.apply(text);
            return value.compareTo(first) >= 0 && value.compareTo(last) <= 0 ? value : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
