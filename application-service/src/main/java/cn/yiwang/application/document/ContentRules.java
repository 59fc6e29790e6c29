package cn.yiwang.application.document;

import cn.yiwang.application.document.DocumentKind.Field;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.starter.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a document says what its kind must say, and nothing else. */
public final class ContentRules {

    private static final int LONGEST_NAME = 100;

    private final WorkingCalendar calendar;

    public ContentRules(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** What is wrong with one value; {@code arguments} fill the text. */
    public record Finding(String field, String message, List<Object> arguments) {}

    /** What stands against these contents on that day, field by field; nothing when they are right. */
    public List<Finding> check(List<Field> fields, Map<String, ?> contents, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (Field field : fields) {
            Object value = contents.get(field.name());
            if (value == null) {
                if (!field.optional()) {
                    findings.add(new Finding(field.name(), "document.field-missing", List.of(field.label())));
                }
            } else {
                Finding finding = check(field, value, today);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        contents.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .sorted()
                .forEach(name -> findings.add(new Finding(name, "document.field-unknown", List.of())));
        return findings;
    }

    /** The values as the document shows them; they have passed {@link #check}. */
    public static Facts facts(List<Field> fields, Map<String, ?> contents, Facts facts) {
        for (Field field : fields) {
            Object value = contents.get(field.name());
            if (value != null) {
                add(facts, field, value);
            }
        }
        return facts;
    }

    /** Ends the call with 422 when there is anything to find. */
    public static void refuse(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        ProblemException problem = new ProblemException(DocumentProblem.DOCUMENT_CONTENTS_INVALID);
        findings.forEach(finding -> problem.at(
                "/contents/" + finding.field(),
                finding.message(),
                finding.arguments().toArray()));
        throw problem;
    }

    private static void add(Facts facts, Field field, Object value) {
        switch (field.type()) {
            case TEXT, LINES -> facts.put(field.name(), String.valueOf(value));
            case DAY -> facts.put(field.name(), LocalDate.parse(String.valueOf(value)));
            case NAMES ->
                facts.put(
                        field.name(),
                        ((List<?>) value).stream().map(String::valueOf).toList());
        }
    }

    private @Nullable Finding check(Field field, Object value, LocalDate today) {
        return switch (field.type()) {
            case TEXT -> text(field, value, field.max(), false);
            case LINES -> text(field, value, field.max(), true);
            case DAY -> day(field, value, today);
            case NAMES -> names(field, value);
        };
    }

    private static @Nullable Finding text(Field field, Object value, int max, boolean lines) {
        if (!(value instanceof String text)) {
            return new Finding(field.name(), "document.field-shape", List.of(field.label()));
        }
        if (text.isBlank() || text.codePointCount(0, text.length()) > max) {
            return new Finding(field.name(), "document.field-length", List.of(field.label(), max));
        }
        boolean plain = text.codePoints()
                .allMatch(c -> Character.isISOControl(c) ? lines && c == '\n' : !isOverride(c) && !isHalf(c));
        return plain ? null : new Finding(field.name(), "document.field-shape", List.of(field.label()));
    }

    private @Nullable Finding day(Field field, Object value, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(String.valueOf(value));
        } catch (DateTimeException noDay) {
            return new Finding(field.name(), "document.field-shape", List.of(field.label()));
        }
        if (day.isBefore(today.minusYears(1)) || day.isAfter(today.plusYears(10))) {
            return new Finding(field.name(), "document.field-shape", List.of(field.label()));
        }
        if (field.workingDaysAhead() > 0) {
            LocalDate earliest = calendar.dueAfter(
                            today,
                            new TimeLimit(field.workingDaysAhead(), LimitUnit.WORKING_DAY),
                            WhenUnpublished.PROVISIONAL)
                    .date();
            if (!day.isAfter(earliest)) {
                return new Finding(
                        field.name(),
                        "document.field-too-soon",
                        List.of(field.label(), field.workingDaysAhead(), earliest.toString()));
            }
        }
        return null;
    }

    private static @Nullable Finding names(Field field, Object value) {
        if (!(value instanceof List<?> names)) {
            return new Finding(field.name(), "document.field-shape", List.of(field.label()));
        }
        if (names.size() < field.min() || names.size() > field.max()) {
            return new Finding(field.name(), "document.field-count", List.of(field.label(), field.min(), field.max()));
        }
        for (Object name : names) {
            Finding finding = text(field, name == null ? "" : name, LONGEST_NAME, false);
            if (finding != null) {
                return finding;
            }
        }
        boolean repeated = names.stream().distinct().count() < names.size();
        return repeated
                ? new Finding(field.name(), "document.field-count", List.of(field.label(), field.min(), field.max()))
                : null;
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE || (codePoint & 0xFFFE) == 0xFFFE;
    }

    /** Overrides of direction let a text look like another one. */
    private static boolean isOverride(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
