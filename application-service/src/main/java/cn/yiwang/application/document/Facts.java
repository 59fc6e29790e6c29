package cn.yiwang.application.document;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document says, as it was on its day: the values of the places in its template, ready to be shown. */
public final class Facts {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Adds a text; what is null or blank is not said. */
    public Facts put(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            values.put(name, List.of(text));
        }
        return this;
    }

    /** Adds a day as people write it. */
    public Facts put(String name, @Nullable LocalDate day) {
        return put(name, day == null ? null : written(day));
    }

    public Facts put(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            values.put(name, List.copyOf(texts));
        }
        return this;
    }

    /** A day as official documents write it (GB/T 9704): 2026年11月23日. */
    public static String written(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    boolean says(String name, String text) {
        return List.of(text).equals(values.get(name));
    }

    boolean saysAll(Set<String> names) {
        return values.keySet().containsAll(names);
    }

    /** What belongs to these places; nothing else is kept with a document. */
    Map<String, List<String>> of(Set<String> places) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(places);
        return kept;
    }
}
