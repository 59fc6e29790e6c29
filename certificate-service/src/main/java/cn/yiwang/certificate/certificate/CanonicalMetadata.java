package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.Holder;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes that are signed: one JSON object in the canonical form of RFC 8785 (names sorted, no blanks, UTF-8). All values
 * are strings without control characters, so nothing else of that standard comes into play.
 */
final class CanonicalMetadata {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CanonicalMetadata() {}

    static byte[] of(CertificateMetadata metadata) {
        Holder holder = metadata.holder();
        SortedMap<String, Object> text = new TreeMap<>();
        text.put("applicationNumber", metadata.applicationNumber());
        text.put("certificateNumber", metadata.number());
        text.put("division", metadata.division());
        text.put("fields", holder.fields());
        text.put("holderCode", holder.code());
        text.put("holderCodeType", holder.codeType().code());
        text.put("holderName", holder.name());
        text.put("identifier", metadata.identifier().value());
        text.put("issuedOn", metadata.issuedOn().toString());
        text.put("issuerCode", metadata.issuer().code());
        text.put("issuerName", metadata.issuer().name());
        text.put("itemCode", metadata.itemCode());
        text.put("typeCode", metadata.type().code());
        text.put("typeName", metadata.type().name());
        text.put("validFrom", metadata.validFrom().toString());
        text.put("validTo", metadata.validTo().toString());
        return JSON.writeValueAsBytes(text);
    }
}
