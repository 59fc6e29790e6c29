package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.certificate.CertificateEvent.CertificateRevoked;
import cn.yiwang.certificate.certificate.Visibility.Scope;
import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.certificate.holder.HolderVault;
import cn.yiwang.standards.CertificateIdentifier;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredCertificates implements Certificates {

    private static final String REASON = "certificate_history.reason_sealed";
    private static final byte[] NO_TOKEN = new VerificationToken("").hash();

    private final JdbcClient jdbc;
    private final HolderVault holders;
    private final ConfidentialCodec codec;
    private final CertificateRows rows;

    StoredCertificates(JdbcClient jdbc, HolderVault holders, ConfidentialCodec codec) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.codec = codec;
        this.rows = new CertificateRows(holders, codec);
    }

    @Override
    public void add(Certificate certificate, Instant now) {
        CertificateMetadata metadata = certificate.metadata();
        Holder holder = metadata.holder();
        jdbc.sql("""
                        INSERT INTO certificate (public_id, request_id, application_id, application_number, item_code,
                            identifier, certificate_number, type_code, type_name, issuer_code, issuer_name, division,
                            holder_kind, holder_index, holder_sealed, token_hash, token_sealed, issued_on, valid_from,
                            valid_to, signing_key, signature, status, version, event_count, created_at, updated_at)
                        VALUES (:id, :requestId, :applicationId, :applicationNumber, :itemCode,
                            :identifier, :number, :typeCode, :typeName, :issuerCode, :issuerName, :division,
                            :holderKind, :holderIndex, :holder, :tokenHash, :token, :issuedOn, :validFrom,
                            :validTo, :signingKey, :signature, :status, :version, :eventCount, :now, :now)""")
                .param("id", Ids.toBytes(certificate.id()))
                .param("requestId", Ids.toBytes(certificate.requestId()))
                .param("applicationId", Ids.toBytes(certificate.applicationId()))
                .param("applicationNumber", metadata.applicationNumber())
                .param("itemCode", metadata.itemCode())
                .param("identifier", metadata.identifier().value())
                .param("number", metadata.number())
                .param("typeCode", metadata.type().code())
                .param("typeName", metadata.type().name())
                .param("issuerCode", metadata.issuer().code())
                .param("issuerName", metadata.issuer().name())
                .param("division", metadata.division())
                .param("holderKind", holder.kind().name())
                .param("holderIndex", holders.indexOf(holder.code()))
                .param("holder", holders.seal(holder))
                .param("tokenHash", certificate.token().hash())
                .param("token", codec.seal(certificate.token().value(), CertificateRows.TOKEN))
                .param("issuedOn", metadata.issuedOn())
                .param("validFrom", metadata.validFrom())
                .param("validTo", metadata.validTo())
                .param("signingKey", certificate.signature().key())
                .param("signature", certificate.signature().value())
                .param("status", certificate.status().name())
                .param("version", certificate.version())
                .param("eventCount", certificate.eventCount())
                .param("now", UtcTime.of(now))
                .update();
        addHistory(certificate, "certificate-issued", "certificate-service", "certificate-service", null, now);
    }

    @Override
    public void change(Certificate next, CertificateEvent event, String actorSubject, String actorName, Instant now) {
        int changed = jdbc.sql("""
                        UPDATE certificate
                        SET status = :status, revoked_on = :revokedOn, version = :version, event_count = :eventCount,
                            updated_at = :now
                        WHERE public_id = :id AND version = :version - 1""")
                .param("status", next.status().name())
                .param("revokedOn", next.revokedOn())
                .param("version", next.version())
                .param("eventCount", next.eventCount())
                .param("now", UtcTime.of(now))
                .param("id", Ids.toBytes(next.id()))
                .update();
        if (changed == 0) {
            throw new StaleVersionException();
        }
        switch (event) {
            case CertificateRevoked revoked ->
                addHistory(next, "certificate-revoked", actorSubject, actorName, revoked.reason(), now);
        }
    }

    private void addHistory(
            Certificate certificate,
            String event,
            String actorSubject,
            String actorName,
            @Nullable String reason,
            Instant now) {
        jdbc.sql("""
                        INSERT INTO certificate_history
                            (certificate_id, event, status, actor_subject, actor_name, reason_sealed, happened_at)
                        SELECT id, :event, :status, :subject, :name, :reason, :now FROM certificate WHERE public_id = :id""")
                .param("event", event)
                .param("status", certificate.status().name())
                .param("subject", actorSubject)
                .param("name", bounded(actorName))
                .param("reason", reason == null ? null : codec.seal(reason, REASON))
                .param("now", UtcTime.of(now))
                .param("id", Ids.toBytes(certificate.id()))
                .update();
    }

    @Override
    public Optional<Certificate> answerTo(UUID requestId) {
        return jdbc.sql(CertificateRows.SELECT + " WHERE request_id = ?")
                .param(Ids.toBytes(requestId))
                .query(rows)
                .optional();
    }

    @Override
    public Optional<Certificate> committedAnswerTo(UUID requestId) {
        return jdbc.sql(CertificateRows.SELECT + " WHERE request_id = ? LOCK IN SHARE MODE")
                .param(Ids.toBytes(requestId))
                .query(rows)
                .optional();
    }

    @Override
    public Optional<Certificate> find(UUID id, Scope scope) {
        return switch (scope) {
            case Scope.OfHolder(var kind, var index) ->
                jdbc.sql(CertificateRows.SELECT + " WHERE public_id = ? AND holder_index = ? AND holder_kind = ?")
                        .params(Ids.toBytes(id), index, kind.name())
                        .query(rows::whole)
                        .optional();
            case Scope.OfIssuer(var issuer, var division) ->
                jdbc.sql(CertificateRows.SELECT + " WHERE public_id = ? AND issuer_code = ? AND division = ?")
                        .params(Ids.toBytes(id), issuer, division)
                        .query(rows::whole)
                        .optional();
            case Scope.Nothing() -> Optional.empty();
        };
    }

    @Override
    public List<Certificate> inForce(InForce wanted, LocalDate day) {
        String ofType = wanted.type() == null
                ? "type_code IN (SELECT code FROM certificate_type WHERE standard_material_code = :kind)"
                : "type_code = :kind";
        return jdbc
                .sql(CertificateRows.SELECT
                        + " WHERE holder_index = :holder AND holder_kind = :holderKind AND status = 'ISSUED'"
                        + " AND valid_from <= :day AND valid_to >= :day AND " + ofType + " ORDER BY id DESC LIMIT 5")
                .param("holder", holders.indexOf(wanted.holderCode()))
                .param("holderKind", wanted.kind().name())
                .param("day", day)
                .param("kind", wanted.type() == null ? wanted.standardMaterial() : wanted.type())
                .query(rows::linked)
                .list()
                .stream()
                .flatMap(
                        linked -> linked instanceof Linked.Whole(Certificate whole) ? Stream.of(whole) : Stream.empty())
                .toList();
    }

    @Override
    public Page<Listed> list(Scope scope, PageRequest page) {
        long before = page.after() == null
                ? Long.MAX_VALUE
                : Cursor.decode(page.after(), 1).longAt(0);
        int limit = page.limit() + 1;
        List<CertificateRows.Keyed> found =
                switch (scope) {
                    case Scope.OfHolder(var kind, var index) ->
                        jdbc.sql(
                                        CertificateRows.SELECT
                                                + " WHERE holder_index = ? AND holder_kind = ? AND id < ? ORDER BY id DESC LIMIT ?")
                                .params(index, kind.name(), before, limit)
                                .query(rows::keyed)
                                .list();
                    case Scope.OfIssuer(var issuer, var division) ->
                        jdbc.sql(CertificateRows.SELECT
                                        + " WHERE issuer_code = ? AND division = ? AND id < ? ORDER BY id DESC LIMIT ?")
                                .params(issuer, division, before, limit)
                                .query(rows::keyed)
                                .list();
                    case Scope.Nothing() -> List.of();
                };
        return Page.of(found, page, row -> Cursor.encode(row.key())).map(CertificateRows.Keyed::certificate);
    }

    @Override
    public Optional<Linked> ofLink(String identifier, @Nullable String token) {
        Optional<byte[]> stored =
                CertificateIdentifier.isValid(identifier) ? tokenHashOf(identifier) : Optional.empty();
        byte[] given = token == null ? NO_TOKEN : new VerificationToken(token).hash();
        // Hashed and compared in any case: the time taken does not tell whether the identifier exists.
        boolean same = MessageDigest.isEqual(stored.orElse(NO_TOKEN), given);
        if (stored.isEmpty() || token == null || !same) {
            return Optional.empty();
        }
        return jdbc.sql(CertificateRows.SELECT + " WHERE identifier = ?")
                .param(identifier)
                .query(rows::linked)
                .optional();
    }

    private Optional<byte[]> tokenHashOf(String identifier) {
        return jdbc.sql("SELECT token_hash FROM certificate WHERE identifier = ?")
                .param(identifier)
                .query((row, index) -> row.getBytes("token_hash"))
                .optional();
    }

    /** An issuer of tokens may choose longer names than the column keeps. */
    private static String bounded(String text) {
        return text.codePointCount(0, text.length()) <= 100 ? text : text.substring(0, text.offsetByCodePoints(0, 100));
    }
}
