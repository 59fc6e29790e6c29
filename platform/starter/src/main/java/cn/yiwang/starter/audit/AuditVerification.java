package cn.yiwang.starter.audit;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks the chain and tells where, if anywhere, the record was tampered with. */
final class AuditVerification {

    private static final int BATCH = 1_000;
    private static final int TAIL_BOUND = 100_000;

    private final AuditTable table;
    private final AuditChain chain;
    private final AuditHash hash;

    AuditVerification(AuditTable table, AuditChain chain, AuditHash hash) {
        this.table = table;
        this.chain = chain;
        this.hash = hash;
    }

    /**
     * Checks up to the given number of links.
     *
     * @param anchor a link that the auditor knows from an earlier verification and has kept outside this database; the walk begins behind
     *     it and the chain must still lead through it
     */
    Report verify(@Nullable Anchor anchor, int maximumLinks) {
        // Read first: what is sealed during the walk lies behind this head and is left to the next verification.
        Optional<AuditChain.Head> head = chain.head();
        Walk walk = new Walk(anchor == null ? 0 : anchor.sealNumber());
        if (anchor != null) {
            walk.startAt(anchor);
        }
        long end = head.map(AuditChain.Head::sealNumber).orElse(0L);
        boolean more = true;
        while (more && walk.checked < maximumLinks) {
            List<AuditChain.Seal> seals = chain.after(walk.position, BATCH).stream()
                    .filter(seal -> seal.number() <= end)
                    .toList();
            Map<Long, AuditRow> rows = seals.isEmpty()
                    ? Map.of()
                    : table.rows(seals.stream().map(AuditChain.Seal::entryId).toList()).stream()
                            .collect(Collectors.toMap(AuditRow::id, Function.identity()));
            seals.forEach(seal -> walk.check(seal, rows.get(seal.entryId())));
            more = seals.size() == BATCH;
            walk.checkClaims(
                    seals.stream().mapToLong(AuditChain.Seal::entryId).max().orElse(0));
        }
        boolean complete = !more;
        if (complete) {
            head.ifPresent(walk::arrivedAt);
            walk.checkClaims(Long.MAX_VALUE);
        }
        AuditTable.Tail tail = table.tail(TAIL_BOUND);
        return new Report(
                walk.broken == 0,
                complete,
                walk.checked,
                walk.broken,
                walk.missingEntries,
                walk.first,
                new Anchor(walk.position, HexFormat.of().formatHex(walk.previous)),
                tail.entries(),
                tail.oldest());
    }

    /** What was found wrong with one link. */
    enum Damage {
        /** A column of the entry, or the link itself, is not what was sealed; so is a link that changed its place. */
        CHANGED,
        ENTRY_MISSING,
        SEALS_MISSING,
        /** The chain doesn't end where its head says. */
        END_CHANGED,
        /** An entry that claims to be sealed and is not in the chain. */
        ENTRY_WITHOUT_SEAL,
        /** The link that the auditor kept is not in this chain. */
        ANCHOR_NOT_FOUND
    }

    record BrokenLink(long sealNumber, long entryId, Damage damage) {}

    /** A link to keep outside the database: its number and its hash in hexadecimal. */
    record Anchor(long sealNumber, String hash) {}

    /**
     * The finding.
     *
     * @param complete whether the walk reached the end of the chain; if not, go on from the last link
     * @param last the last link checked
     * @param unsealed entries that no seal protects yet, counted up to a bound
     */
    record Report(
            boolean intact,
            boolean complete,
            long checkedLinks,
            long brokenLinks,
            long missingEntries,
            @Nullable BrokenLink firstBroken,
            Anchor last,
            long unsealed,
            @Nullable Instant oldestUnsealed) {}

    private final class Walk {

        private long position;
        private byte[] previous = AuditHash.beginning();
        private long checked;
        private long broken;
        private long claimsCheckedTo;
        private long missingEntries;
        private @Nullable BrokenLink first;

        Walk(long position) {
            this.position = position;
        }

        void startAt(Anchor anchor) {
            previous = HexFormat.of().parseHex(anchor.hash());
            if (anchor.sealNumber() == 0) {
                return;
            }
            chain.after(anchor.sealNumber() - 1, 1).stream()
                    .filter(seal ->
                            seal.number() == anchor.sealNumber() && MessageDigest.isEqual(seal.hash(), previous))
                    .findFirst()
                    .ifPresentOrElse(
                            seal -> claimsCheckedTo = seal.entryId(),
                            () -> report(new BrokenLink(anchor.sealNumber(), 0, Damage.ANCHOR_NOT_FOUND)));
        }

        void check(AuditChain.Seal seal, @Nullable AuditRow row) {
            checked++;
            if (seal.number() != position + 1) {
                report(new BrokenLink(position + 1, 0, Damage.SEALS_MISSING));
            } else if (row == null) {
                missingEntries++;
                report(new BrokenLink(seal.number(), seal.entryId(), Damage.ENTRY_MISSING));
            } else if (!MessageDigest.isEqual(hash.link(previous, seal.number(), row), seal.hash())) {
                report(new BrokenLink(seal.number(), seal.entryId(), Damage.CHANGED));
            }
            // Going on from the stored hash shows every damaged place, not only the first.
            position = seal.number();
            previous = seal.hash();
        }

        void checkClaims(long toId) {
            if (toId > claimsCheckedTo) {
                table.claimWithoutSeal(claimsCheckedTo, toId)
                        .forEach(id -> report(new BrokenLink(0, id, Damage.ENTRY_WITHOUT_SEAL)));
                claimsCheckedTo = toId;
            }
        }

        void arrivedAt(AuditChain.Head head) {
            boolean genuine = MessageDigest.isEqual(head.headHash(), hash.head(head.sealNumber(), head.hash()));
            if (!genuine || head.sealNumber() != position || !MessageDigest.isEqual(head.hash(), previous)) {
                report(new BrokenLink(head.sealNumber(), 0, Damage.END_CHANGED));
            }
        }

        void report(BrokenLink link) {
            broken++;
            if (first == null) {
                first = link;
            }
        }
    }
}
