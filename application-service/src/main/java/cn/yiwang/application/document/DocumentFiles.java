package cn.yiwang.application.document;

import cn.yiwang.application.material.ContentReferences;
import cn.yiwang.application.material.MaterialStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The finished files. A document is printed and sealed when it is first read and the same bytes are answered ever after; while the seal
 * cannot be had, nothing is handed out and the next reading tries again.
 */
@Component
class DocumentFiles implements ContentReferences {

    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final Documents documents;
    private final Templates templates;
    private final Press press;
    private final Seals seals;
    private final MaterialStore store;
    private final Clock clock;

    DocumentFiles(
            Documents documents, Templates templates, Press press, Seals seals, MaterialStore store, Clock clock) {
        this.documents = documents;
        this.templates = templates;
        this.press = press;
        this.seals = seals;
        this.store = store;
        this.clock = clock;
    }

    /** Where the file lies, which is made first if this is the first reading. */
    Document.File finished(Document document) throws IOException {
        return document.file() == null ? finish(document) : document.file();
    }

    /** The file's content; whoever asked for it closes it. */
    InputStream open(Document.File file) throws IOException {
        return store.open(file.sha256());
    }

    @Override
    public boolean isReferred(byte[] sha256) {
        return documents.isReferred(sha256);
    }

    private Document.File finish(Document document) throws IOException {
        Template template = templates.of(document.kind().code(), document.templateVersion());
        Map<String, List<String>> facts = documents.contents(document);
        Instant now = clock.instant();
        byte[] pdf = press.print(() -> DocumentPage.html(document, template, facts));
        if (document.kind().seal() != Seal.NONE) {
            pdf = seals.seal(document, pdf, now);
        }
        try (MaterialStore.Incoming incoming = store.receive(new ByteArrayInputStream(pdf), MOST_BYTES)) {
            incoming.keep();
            Document.File file = new Document.File(incoming.sha256(), incoming.size());
            if (documents.keep(document, file, now)) {
                return file;
            }
        }
        return documents
                .find(document.applicationKey(), document.id())
                .map(Document::file)
                .orElseThrow();
    }
}
