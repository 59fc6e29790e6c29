package cn.yiwang.exchange.feed;

import cn.yiwang.exchange.delivery.Deliveries;
import cn.yiwang.exchange.event.EventLog;
import cn.yiwang.exchange.event.LoggedEvent;
import cn.yiwang.exchange.feed.FeedController.FeedPage;
import cn.yiwang.exchange.subscription.Subscription;
import cn.yiwang.exchange.subscription.Subscriptions;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log for a partner. */
@Component
class ReadFeed {

    /** The most positions looked at for one page: a rare type doesn't make one call read the whole log. */
    private static final int WINDOW = 2_000;

    private final EventLog log;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final JsonMapper json;

    ReadFeed(EventLog log, Subscriptions subscriptions, Deliveries deliveries, JsonMapper json) {
        this.log = log;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.json = json;
    }

    @Transactional
    public FeedPage read(Subscription subscription, @Nullable String cursor, int limit) {
        long head = log.head();
        long after = cursor == null ? subscription.cursor() : position(cursor, head);
        long upTo = Math.min(head, after + WINDOW);
        List<LoggedEvent> wanted = log.between(after, upTo).stream()
                .filter(event -> subscriptions.covers(subscription, event.type()))
                .limit(limit)
                .toList();
        long reached = wanted.size() == limit ? wanted.getLast().position() : upTo;
        if (!wanted.isEmpty()) {
            deliveries.feedRead(
                    subscription.key(),
                    wanted.getFirst().position(),
                    wanted.getLast().position(),
                    wanted.size());
        }
        return new FeedPage(cloudEvents(wanted), Cursor.encode(reached), reached == head);
    }

    @Transactional
    public void moveCursor(
            Subscription subscription, long version, @Nullable String after, @Nullable Instant receivedSince) {
        long position;
        if (after != null && receivedSince == null) {
            position = after.isEmpty() ? 0 : position(after, log.head());
        } else if (after == null && receivedSince != null) {
            position = log.positionBefore(receivedSince);
        } else {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/after", "cursor.one-of");
        }
        subscriptions.moveCursor(subscription, version, position);
    }

    private static long position(String cursor, long head) {
        long position = Cursor.decode(cursor, 1).longAt(0);
        if (position < 0 || position > head) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/after", "cursor.outside");
        }
        return position;
    }

    private List<JsonNode> cloudEvents(List<LoggedEvent> events) {
        Map<Long, String> messages =
                log.messages(events.stream().map(LoggedEvent::position).toList());
        return events.stream()
                .map(event -> json.readTree(messages.get(event.position())))
                .toList();
    }
}
