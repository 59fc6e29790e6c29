package cn.yiwang.catalog.search.synonym;

import cn.yiwang.catalog.search.word.SearchText;
import cn.yiwang.catalog.search.word.Synonym;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the synonyms; every change is on record. */
@Service
class EditSynonyms {

    /** The index is written anew with every change: this many keep that short. */
    static final int MOST = 5000;

    private final JdbcSynonyms synonyms;
    private final AuditTrail audit;
    private final ApplicationEventPublisher listeners;

    EditSynonyms(JdbcSynonyms synonyms, AuditTrail audit, ApplicationEventPublisher listeners) {
        this.synonyms = synonyms;
        this.audit = audit;
        this.listeners = listeners;
    }

    @Transactional
    public StoredSynonym add(Synonym synonym, String editor) {
        check(synonym);
        synonyms.countChange();
        if (synonyms.count() >= MOST) {
            throw new ProblemException(SynonymProblem.TOO_MANY_SYNONYMS, MOST);
        }
        UUID id;
        try {
            id = synonyms.add(synonym, editor);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(SynonymProblem.SYNONYM_EXISTS);
        }
        changed("add-synonym", id, synonym);
        return find(id);
    }

    @Transactional
    public StoredSynonym change(UUID id, Synonym synonym, String editor, long seenVersion) {
        check(synonym);
        find(id);
        synonyms.countChange();
        try {
            synonyms.change(id, synonym, editor, seenVersion);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(SynonymProblem.SYNONYM_EXISTS);
        }
        changed("change-synonym", id, synonym);
        return find(id);
    }

    @Transactional
    public void remove(UUID id, long seenVersion) {
        var known = find(id);
        synonyms.countChange();
        synonyms.remove(id, seenVersion);
        changed("remove-synonym", id, new Synonym(known.said(), known.official()));
    }

    StoredSynonym find(UUID id) {
        return synonyms.find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private static void check(Synonym synonym) {
        if (SearchText.compact(SearchText.normalise(synonym.said())).isEmpty()) {
            throw new ProblemException(SynonymProblem.SYNONYM_WITHOUT_LETTERS).at("/said", "invalid-value");
        }
        if (SearchText.compact(SearchText.normalise(synonym.official())).isEmpty()) {
            throw new ProblemException(SynonymProblem.SYNONYM_WITHOUT_LETTERS).at("/official", "invalid-value");
        }
    }

    private void changed(String action, UUID id, Synonym synonym) {
        audit.record(new AuditEntry(
                action,
                "search-synonym",
                id.toString(),
                null,
                Map.of("said", synonym.said(), "official", synonym.official())));
        listeners.publishEvent(new SynonymsChanged());
    }
}
