package cn.yiwang.application.guide;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.upstream.UpstreamRejectedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The guides that applications are made and handled under. */
@Component
public class Guides {

    /** How long "the version in force today" is believed; a publication is seen after this at the latest. */
    private static final Duration BELIEVED = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 10_000;

    private final CatalogClient catalog;
    private final PinnedGuides pinned;
    private final Clock clock;
    private final Map<String, InForce> inForce = new ConcurrentHashMap<>();

    Guides(CatalogClient catalog, PinnedGuides pinned, Clock clock) {
        this.catalog = catalog;
        this.pinned = pinned;
        this.clock = clock;
    }

    /** The guide an application is pinned to; does not need the catalog. */
    public PinnedGuide pinned(long key) {
        return pinned.get(key);
    }

    /** Asks for the version in force on a day; whatever goes wrong is kept for whoever looks at the answer. */
    public GuideLookup lookUp(String itemCode, LocalDate day) {
        try {
            return new GuideLookup.Found(inForce(itemCode, day));
        } catch (RuntimeException failure) {
            return new GuideLookup.Failed(failure);
        }
    }

    private PinnedGuide inForce(String itemCode, LocalDate day) {
        Instant now = clock.instant();
        InForce known = inForce.get(itemCode);
        if (known != null && known.answers(day, now)) {
            return known.guide();
        }
        try {
            PinnedGuide guide = pinned.pin(ask(itemCode, day));
            remember(itemCode, new InForce(guide, day, now.plus(BELIEVED)));
            return guide;
        } finally {
            if (known != null) {
                known.renewing().set(false);
            }
        }
    }

    private void remember(String itemCode, InForce answer) {
        if (inForce.size() >= MOST_KEPT) {
            inForce.clear();
        }
        inForce.put(itemCode, answer);
    }

    private Guide ask(String itemCode, LocalDate day) {
        try {
            return catalog.inForce(itemCode, day.toString());
        } catch (UpstreamRejectedException refused) {
            if (refused.status() == HttpStatus.NOT_FOUND.value()
                    || refused.status() == HttpStatus.BAD_REQUEST.value()) {
                throw new ProblemException(ApplicationProblem.ITEM_NOT_AVAILABLE).at("/itemCode", "item.not-available");
            }
            throw refused;
        }
    }

    private record InForce(PinnedGuide guide, LocalDate day, Instant until, AtomicBoolean renewing) {

        InForce(PinnedGuide guide, LocalDate day, Instant until) {
            this(guide, day, until, new AtomicBoolean());
        }

        /** Once it is no longer believed, one caller asks anew; those who come meanwhile, for as long again, need not wait. */
        boolean answers(LocalDate wanted, Instant now) {
            if (!day.equals(wanted)) {
                return false;
            }
            return now.isBefore(until) || (now.isBefore(until.plus(BELIEVED)) && !renewing.compareAndSet(false, true));
        }
    }
}
