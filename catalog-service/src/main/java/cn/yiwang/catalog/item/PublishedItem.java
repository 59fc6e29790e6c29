package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Handling.OnlineDepth;
import cn.yiwang.catalog.guide.Topics;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be found of an item.
 *
 * @param revision grows with every change of what is published
 * @param versions when which version applies and can be applied for: days of suspension are left out
 */
public record PublishedItem(
        long id,
        long revision,
        BusinessItemCode code,
        String name,
        ItemType type,
        ServiceLevel level,
        Named body,
        DivisionCode division,
        List<Period> versions) {

    public PublishedItem {
        versions = List.copyOf(versions);
    }

    /**
     * What the guide of a version says that lists are narrowed by.
     *
     * @param onlineDepth null when the guide does not say
     */
    public record Traits(
            Set<Audience> audiences,
            Topics topics,
            @Nullable OnlineDepth onlineDepth) {

        public Traits {
            audiences = Set.copyOf(audiences);
        }

        /** Whether it lies under a theme; the two lists of themes use the same codes for different things. */
        public boolean isAbout(String theme, @Nullable Audience audience) {
            return (audience != Audience.ORGANIZATION && topics.person().contains(theme))
                    || (audience != Audience.PERSON && topics.organization().contains(theme));
        }

        public boolean isOnlineAtLeast(OnlineDepth depth) {
            return onlineDepth != null && onlineDepth.compareTo(depth) >= 0;
        }
    }

    /** The days on which a version applies. */
    public record Period(
            int version, LocalDate from, @Nullable LocalDate to, Traits traits) {

        /** The same version on other days. */
        Period between(LocalDate first, @Nullable LocalDate last) {
            return new Period(version, first, last, traits);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The version in force on a day. */
    public OptionalInt versionOn(LocalDate day) {
        var period = periodOn(day);
        return period == null ? OptionalInt.empty() : OptionalInt.of(period.version());
    }

    /** The latest of the versions that apply on a day, null when there is none. */
    public @Nullable Period periodOn(LocalDate day) {
        Period latest = null;
        for (var period : versions) {
            if (period.holds(day) && (latest == null || period.version() > latest.version())) {
                latest = period;
            }
        }
        return latest;
    }
}
