package cn.yiwang.catalog.transfer;

import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What editors do with imports: bring a file, and have it applied. */
@Service
class ReceiveImport {

    private final Imports imports;
    private final ImportFiles files;
    private final ApplyImport apply;
    private final ImportWorker worker;
    private final AuditTrail audit;

    ReceiveImport(Imports imports, ImportFiles files, ApplyImport apply, ImportWorker worker, AuditTrail audit) {
        this.imports = imports;
        this.files = files;
        this.apply = apply;
        this.worker = worker;
        this.audit = audit;
    }

    /** A file as it arrived. */
    interface Upload {
        InputStream open() throws IOException;
    }

    /** Stores the file and leaves the rest to the worker. */
    @Transactional
    CatalogImport receive(
            @Nullable String owner, Actor editor, String fileName, long size, String sha256, Upload upload) {
        var publicId = Ids.next();
        var id = imports.add(publicId, owner, editor.subject(), fileName, size, sha256);
        try (var content = upload.open()) {
            files.store(id, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(new AuditEntry(
                "upload-catalog-import",
                "catalog-import",
                publicId.toString(),
                null,
                Map.of("fileSha256", sha256, "bytes", size)));
        wakeAfterCommit();
        return imports.find(publicId).orElseThrow();
    }

    /** Has a checked import applied, if the catalog is still as the check saw it. */
    @Transactional
    CatalogImport order(@Nullable String confinedTo, UUID publicId, Actor editor, long seenVersion) {
        var found = imports.lock(publicId)
                .filter(candidate -> mayBeSeen(candidate, confinedTo))
                .orElseThrow(() -> new ProblemException(TransferProblem.CATALOG_IMPORT_NOT_FOUND));
        if (found.state() != ImportState.CHECKED) {
            throw new ProblemException(
                    TransferProblem.CATALOG_IMPORT_NOT_APPLICABLE,
                    found.state().name(),
                    found.counts().blocking());
        }
        imports.order(found, editor.subject(), seenVersion);
        if (apply.isStale(found.id())) {
            throw new ProblemException(TransferProblem.CATALOG_CHANGED_SINCE_CHECK);
        }
        audit.record(new AuditEntry(
                "order-catalog-import",
                "catalog-import",
                publicId.toString(),
                null,
                Map.of("fileSha256", found.fileSha256())));
        wakeAfterCommit();
        return imports.find(publicId).orElseThrow();
    }

    /** The import, if it is of the body to which the caller is confined. */
    Optional<CatalogImport> find(@Nullable String confinedTo, UUID publicId) {
        return imports.find(publicId).filter(found -> mayBeSeen(found, confinedTo));
    }

    private static boolean mayBeSeen(CatalogImport found, @Nullable String confinedTo) {
        return confinedTo == null || confinedTo.equals(found.owner());
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake();
            }
        });
    }
}
