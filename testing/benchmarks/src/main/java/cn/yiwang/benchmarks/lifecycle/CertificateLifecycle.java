package cn.yiwang.benchmarks.lifecycle;

import cn.yiwang.benchmarks.load.Answer;
import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.Notes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The life of an application for a pharmacy's licence: a draft, every file that the guide requires, handed in, accepted,
 * reviewed by two departments, granted; certificate-service then issues the licence on its own.
 */
public final class CertificateLifecycle implements ClosedLoop.Work {

    public static final String ITEM = "11431000MB1938148M300017200500001";

    private static final String DRAFT = """
            {"itemCode":"%s","summary":"开办零售药店（示例）","fields":{"经营场所":"郴州市苏仙区示例路1号"}}""".formatted(ITEM);
    private static final String REVIEW = "{\"outcome\":\"APPROVED\",\"opinion\":\"符合条件，同意。\"}";
    private static final String DECISION = "{\"outcome\":\"GRANTED\"}";
    private static final String BOUNDARY = "yiwang-benchmark";

    /** The smallest complete files of their kinds. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final byte[] PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
            xref
            0 4
            0000000000 65535 f\s
            0000000009 00000 n\s
            0000000052 00000 n\s
            0000000101 00000 n\s
            trailer<</Size 4/Root 1 0 R>>
            startxref
            162
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    private final Cast cast;
    private final Caller caller;
    private final List<Upload> uploads;

    public CertificateLifecycle(URI gateway, Cast cast, List<Upload> uploads) {
        this.cast = cast;
        this.caller = new Caller(gateway);
        this.uploads = List.copyOf(uploads);
    }

    /** Reads from the public guide which files it requires. */
    public static List<Upload> requiredUploads(URI gateway) throws IOException {
        try (Caller caller = new Caller(gateway)) {
            JsonNode guide = JsonMapper.builder()
                    .build()
                    .readTree(caller.get("/api/v1/items/" + ITEM).body())
                    .path("guide");
            List<Upload> required = new ArrayList<>();
            for (JsonNode material : guide.path("materials")) {
                if (material.path("necessity").asString().equals("REQUIRED")) {
                    required.add(Upload.of(material));
                }
            }
            return required;
        }
    }

    @Override
    public void once(Notes notes) throws IOException {
        Answer last = caller.post(notes, "create", cast.agent(), "/api/v1/applications", "", DRAFT);
        String path = last.location();
        for (Upload upload : uploads) {
            last = caller.post(
                    notes,
                    "upload",
                    cast.agent(),
                    path + "/materials?materialCode=" + upload.code(),
                    "",
                    "multipart/form-data; boundary=" + BOUNDARY,
                    upload.body());
        }
        last = caller.post(notes, "submit", cast.agent(), path + "/submissions", last.etag(), "{}");
        Answer accepted = caller.post(notes, "accept", cast.clerk(), path + "/acceptances", last.etag(), "{}");
        // Both departments answer the version in which they were asked, as they would at the same time.
        caller.post(notes, "review", cast.reviewer(), path + "/reviews", accepted.etag(), REVIEW);
        last = caller.post(notes, "review", cast.secondReviewer(), path + "/reviews", accepted.etag(), REVIEW);
        caller.post(notes, "decide", cast.approver(), path + "/decisions", last.etag(), DECISION);
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }

    /** One file as it is sent. */
    public static final class Upload {

        private final String code;
        private final byte[] body;

        private Upload(String code, byte[] body) {
            this.code = code;
            this.body = body;
        }

        private static Upload of(JsonNode material) {
            boolean picture = material.path("mediaTypes").valueStream().anyMatch(type -> type.asString()
                    .equals("image/png"));
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"example."
                    + (picture ? "png" : "pdf") + "\"\r\nContent-Type: " + (picture ? "image/png" : "application/pdf")
                    + "\r\n\r\n";
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(picture ? PNG : PDF);
            body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
            return new Upload(material.path("code").asString(), body.toByteArray());
        }

        String code() {
            return code;
        }

        private byte[] body() {
            return body;
        }
    }
}
