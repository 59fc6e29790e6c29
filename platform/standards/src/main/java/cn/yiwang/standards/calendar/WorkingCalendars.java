package cn.yiwang.standards.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The calendars that ship with this module. */
public final class WorkingCalendars {

    private static final WorkingCalendar BUNDLED =
            WorkingCalendar.of(HolidayNotices.parse(read("holiday-notices.csv")));

    private WorkingCalendars() {}

    /** Every notice published so far, amendments applied. {@link WorkingCalendar#asKnownOn} goes back in time. */
    public static WorkingCalendar bundled() {
        return BUNDLED;
    }

    private static String read(String resource) {
        try (InputStream stream = WorkingCalendars.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Resource %s is missing".formatted(resource));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
