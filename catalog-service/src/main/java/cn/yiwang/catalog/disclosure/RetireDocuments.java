package cn.yiwang.catalog.disclosure;

import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute for documents whose last day is over or whose day of archiving has come. Any number of instances may look: each
 * row is taken by whoever locks it first, and one that fails does not stop the others.
 */
@Component
class RetireDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(RetireDocuments.class);
    private static final int BATCH = 100;

    private final Documents documents;
    private final PublishDocument publications;
    private final Clock clock;

    RetireDocuments(Documents documents, PublishDocument publications, Clock clock) {
        this.documents = documents;
        this.publications = publications;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void run() {
        var today = ChinaTime.today(clock);
        sweep(Documents.RUNNING_OUT, today, (day, id) -> publications.expire(id, day));
        sweep(Documents.TO_ARCHIVE, today, (day, id) -> publications.archive(id, day));
    }

    private void sweep(String query, LocalDate today, ObjLongConsumer<LocalDate> step) {
        for (var id : documents.due(query, today, BATCH)) {
            try {
                step.accept(today, id);
            } catch (RuntimeException e) {
                LOG.error("Document {} could not be retired; tried again in a minute", id, e);
            }
        }
    }
}
