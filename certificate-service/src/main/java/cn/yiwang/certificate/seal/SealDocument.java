package cn.yiwang.certificate.seal;

import cn.yiwang.certificate.seal.SealKeys.SealKey;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Seals the digest of a document; each use of a seal is registered in the audit trail before it is handed out. */
@Service
class SealDocument {

    private static final String BASIS = "国务院令第716号第九条";

    private final SealKeys keys;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SealDocument(SealKeys keys, AuditTrail audit, TransactionOperations transactions) {
        this.keys = keys;
        this.audit = audit;
        this.transactions = transactions;
    }

    byte[] seal(Actor actor, UUID documentId, String body, String bodyName, SealKind kind, byte[] digest) {
        SealKey key = keys.of(body, bodyName, kind);
        byte[] signature = PadesSignature.over(digest, key);
        transactions.executeWithoutResult(transaction -> audit.record(
                actor,
                new AuditEntry(
                        "seal-document",
                        "document",
                        documentId.toString(),
                        BASIS,
                        Map.of(
                                "body",
                                body,
                                "seal",
                                kind.name(),
                                "digest",
                                HexFormat.of().formatHex(digest),
                                "certificate",
                                key.seal().certificate().getSerialNumber().toString(16)))));
        return signature;
    }
}
