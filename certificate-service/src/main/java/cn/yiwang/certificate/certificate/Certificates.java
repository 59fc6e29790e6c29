package cn.yiwang.certificate.certificate;

import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All certificates. */
public interface Certificates {

    /**
     * Adds a new one.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its request is answered already
     */
    void add(Certificate certificate, Instant now);

    /**
     * Stores the next state and the step that led to it.
     *
     * @throws cn.yiwang.starter.http.StaleVersionException when the version before is not what is stored
     */
    void change(Certificate next, CertificateEvent event, String actorSubject, String actorName, Instant now);

    /** The answer to a request, as far as the transaction sees. */
    Optional<Certificate> answerTo(UUID requestId);

    /**
     * The answer to a request as committed by now, past the transaction's own snapshot. Only for a request that is known to be
     * answered: looking for a row that is not there would lock the gap in which others insert theirs.
     */
    Optional<Certificate> committedAnswerTo(UUID requestId);

    Optional<Certificate> find(UUID id, Visibility.Scope scope);

    /** Those of one holder that are valid on that day and what their signature covers, newest first, five at most. */
    List<Certificate> inForce(InForce wanted, LocalDate day);

    /** The newest first. */
    Page<Listed> list(Visibility.Scope scope, PageRequest page);

    /** The certificate of a link; nothing when there is none or the token is not its own. */
    Optional<Linked> ofLink(String identifier, @Nullable String token);
}
