package cn.yiwang.gateway.page;

import java.util.zip.CRC32C;
import org.springframework.http.MediaType;

/** One page or file that the gateway itself shows. */
final class Page {

    private final byte[] content;
    private final MediaType type;
    private final String contentSecurityPolicy;
    private final String etag;

    /**
     * Creates the page.
     *
     * @param contentSecurityPolicy what the page may load
     */
    Page(byte[] content, MediaType type, String contentSecurityPolicy) {
        this.content = content.clone();
        this.type = type;
        this.contentSecurityPolicy = contentSecurityPolicy;
        CRC32C sum = new CRC32C();
        sum.update(this.content);
        etag = "\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(content.length) + "\"";
    }

    /** The bytes themselves, not a copy: pages are large and shown often. */
    byte[] content() {
        return content;
    }

    MediaType type() {
        return type;
    }

    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    /** The entity tag, quotation marks included. */
    String etag() {
        return etag;
    }
}
