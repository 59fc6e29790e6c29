package cn.yiwang.application.number;

import cn.yiwang.starter.numbering.Serials;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The usual pattern: implementation code (31), day (8), serial (8 digits, from 1 for each code and day). */
final class CodeDaySerialNumbers implements ApplicationNumbers {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{31}[0-9]{8}[0-9]{8}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Serials serials;

    CodeDaySerialNumbers(Serials serials) {
        this.serials = serials;
    }

    @Override
    public String next(String implementationCode, LocalDate day) {
        String series = implementationCode + DAY.format(day);
        return "%s%08d".formatted(series, serials.next(series));
    }

    @Override
    public boolean isPlausible(String text) {
        return SHAPE.matcher(text).matches();
    }
}
