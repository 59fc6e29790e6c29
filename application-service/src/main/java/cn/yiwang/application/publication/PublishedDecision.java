package cn.yiwang.application.publication;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A granted decision as the public reads it.
 *
 * @param holderName masked for a person
 * @param holderCode masked for a person, the credit code of an organization
 * @param dueOn the last day on which it had to be published
 */
record PublishedDecision(
        long key,
        UUID id,
        UUID applicationId,
        int version,
        String title,
        String number,
        String itemCode,
        String itemName,
        String body,
        String bodyName,
        String division,
        String holderType,
        String holderName,
        String holderCode,
        @Nullable String certificateIdentifier,
        LocalDate decidedOn,
        LocalDate publishedOn,
        LocalDate dueOn,
        boolean withdrawn) {}
