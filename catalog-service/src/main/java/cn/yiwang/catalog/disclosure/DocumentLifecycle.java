package cn.yiwang.catalog.disclosure;

import static cn.yiwang.catalog.disclosure.DocumentStatus.ARCHIVED;
import static cn.yiwang.catalog.disclosure.DocumentStatus.CLEARED;
import static cn.yiwang.catalog.disclosure.DocumentStatus.DRAFT;
import static cn.yiwang.catalog.disclosure.DocumentStatus.EXPIRED;
import static cn.yiwang.catalog.disclosure.DocumentStatus.IN_SECRECY_REVIEW;
import static cn.yiwang.catalog.disclosure.DocumentStatus.PUBLISHED;
import static cn.yiwang.catalog.disclosure.DocumentStatus.REFUSED;
import static cn.yiwang.catalog.disclosure.DocumentStatus.WITHDRAWN;

import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentArchived;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentExpired;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentPublished;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentRewritten;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentWithdrawn;
import cn.yiwang.catalog.disclosure.DocumentEvent.ReviewRequested;
import cn.yiwang.catalog.disclosure.DocumentEvent.SecrecyReviewPassed;
import cn.yiwang.catalog.disclosure.DocumentEvent.SecrecyReviewRefused;
import cn.yiwang.starter.lifecycle.TransitionTable;

/** The one table of what may happen to a document: the only way out leads through a passed secrecy review (政府信息公开条例 17). */
final class DocumentLifecycle {

    static final TransitionTable<DocumentStatus, DocumentEvent> TABLE =
            TransitionTable.<DocumentStatus, DocumentEvent>startingIn(DRAFT)
                    .from(DRAFT)
                    .on(DocumentRewritten.class)
                    .to(DRAFT)
                    .on(ReviewRequested.class)
                    .to(IN_SECRECY_REVIEW)
                    .from(IN_SECRECY_REVIEW)
                    .on(DocumentRewritten.class)
                    .to(DRAFT)
                    .on(SecrecyReviewPassed.class)
                    .to(CLEARED)
                    .on(SecrecyReviewRefused.class)
                    .to(REFUSED)
                    .from(CLEARED)
                    .on(DocumentRewritten.class)
                    .to(DRAFT)
                    .on(DocumentPublished.class)
                    .to(PUBLISHED)
                    .from(PUBLISHED)
                    .on(DocumentExpired.class)
                    .to(EXPIRED)
                    .on(DocumentWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(EXPIRED)
                    .on(DocumentArchived.class)
                    .to(ARCHIVED)
                    .on(DocumentWithdrawn.class)
                    .to(WITHDRAWN)
                    .table();

    private DocumentLifecycle() {}
}
