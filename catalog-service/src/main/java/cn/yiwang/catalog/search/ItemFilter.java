package cn.yiwang.catalog.search;

import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Handling.OnlineDepth;
import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.catalog.item.PublishedItem.Traits;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which items a list shows.
 *
 * @param day the day on which they are in force
 * @param division the citizen's own region
 * @param body the credit code of the body that carries them out
 * @param theme a code of the themes of the audience, or of either when no audience is asked for
 * @param onlineDepth how far they can at least be dealt with online
 */
record ItemFilter(
        LocalDate day,
        @Nullable DivisionCode division,
        @Nullable ItemType type,
        @Nullable String body,
        @Nullable ServiceLevel level,
        @Nullable Audience audience,
        @Nullable String theme,
        @Nullable OnlineDepth onlineDepth) {

    /** How many steps {@link #distance} knows. */
    static final int FARTHEST = 3;

    /** Everything that is in force on a day. */
    static ItemFilter on(LocalDate day) {
        return new ItemFilter(day, null, null, null, null, null, null, null);
    }

    ItemFilter in(DivisionCode region) {
        return new ItemFilter(day, region, type, body, level, audience, theme, onlineDepth);
    }

    ItemFilter ofType(ItemType only) {
        return new ItemFilter(day, division, only, body, level, audience, theme, onlineDepth);
    }

    boolean shows(PublishedItem item) {
        if ((type != null && type != item.type())
                || (level != null && level != item.level())
                || (body != null && !body.equals(item.body().code()))
                || (division != null
                        && !division.contains(item.division())
                        && !item.division().contains(division))) {
            return false;
        }
        var period = item.periodOn(day);
        return period != null && suits(period.traits());
    }

    private boolean suits(Traits traits) {
        return (audience == null || traits.audiences().contains(audience))
                && (theme == null || traits.isAbout(theme, audience))
                && (onlineDepth == null || traits.isOnlineAtLeast(onlineDepth));
    }

    /** The own region first, then the levels above it from near to far, then what lies inside it. */
    int distance(PublishedItem item) {
        if (division == null || division.equals(item.division())) {
            return 0;
        }
        if (item.division().contains(division)) {
            return item.division().value().endsWith("0000") ? 2 : 1;
        }
        return FARTHEST;
    }
}
