package cn.yiwang.standards.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads notices from CSV with the columns {@code year,edition,published_on,kind,first_day,last_day,occasion,source}; kind is
 * OFF or WORKED; no field holds a comma or a quote. One file may hold several notices.
 */
public final class HolidayNotices {

    static final String HEADER = "year,edition,published_on,kind,first_day,last_day,occasion,source";
    private static final int COLUMNS = 8;
    private static final int LONGEST_BREAK_IN_DAYS = 31;

    private record Key(int year, int edition, LocalDate publishedOn, String source) {}

    private record Days(SortedMap<LocalDate, String> off, SortedMap<LocalDate, String> worked) {}

    private HolidayNotices() {}

    /**
     * All notices of the text, by year and edition.
     *
     * @throws InvalidNoticeException naming the first line that cannot be understood, or the notice that contradicts itself
     */
    public static List<HolidayNotice> parse(String csv) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new InvalidNoticeException("Line 1: expected " + HEADER);
        }
        Map<Key, Days> notices = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                readLine(i + 1, lines.get(i), notices);
            }
        }
        return notices(notices);
    }

    private static List<HolidayNotice> notices(Map<Key, Days> read) {
        List<HolidayNotice> notices = new ArrayList<>();
        read.forEach((key, days) -> {
            if (notices.stream().anyMatch(n -> n.year() == key.year() && n.edition() == key.edition())) {
                throw new InvalidNoticeException(
                        "Two different notices call themselves %d.%d".formatted(key.year(), key.edition()));
            }
            notices.add(new HolidayNotice(
                    key.year(), key.edition(), key.publishedOn(), key.source(), days.off(), days.worked()));
        });
        notices.sort(Comparator.comparingInt(HolidayNotice::year).thenComparingInt(HolidayNotice::edition));
        return List.copyOf(notices);
    }

    private static void readLine(int number, String line, Map<Key, Days> notices) {
        String[] fields = line.split(",", -1);
        if (fields.length != COLUMNS) {
            throw new InvalidNoticeException(
                    "Line %d: %d columns instead of %d".formatted(number, fields.length, COLUMNS));
        }
        try {
            Key key = new Key(
                    Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), LocalDate.parse(fields[2]), fields[7]);
            Days days = notices.computeIfAbsent(key, k -> new Days(new TreeMap<>(), new TreeMap<>()));
            SortedMap<LocalDate, String> target =
                    switch (fields[3]) {
                        case "OFF" -> days.off();
                        case "WORKED" -> days.worked();
                        default -> throw new InvalidNoticeException("Line %d: kind %s".formatted(number, fields[3]));
                    };
            add(number, LocalDate.parse(fields[4]), LocalDate.parse(fields[5]), fields[6], target);
        } catch (NumberFormatException | DateTimeException e) {
            throw new InvalidNoticeException("Line %d: %s".formatted(number, e.getMessage()));
        }
    }

    private static void add(
            int number, LocalDate first, LocalDate last, String occasion, SortedMap<LocalDate, String> target) {
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_BREAK_IN_DAYS - 1L))) {
            throw new InvalidNoticeException("Line %d: %s to %s is no break".formatted(number, first, last));
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (target.put(day, occasion) != null) {
                throw new InvalidNoticeException("Line %d: %s is named twice".formatted(number, day));
            }
        }
    }
}
