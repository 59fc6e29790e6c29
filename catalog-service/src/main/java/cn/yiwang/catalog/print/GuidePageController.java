package cn.yiwang.catalog.print;

import cn.yiwang.catalog.disclosure.ItemDisclosures;
import cn.yiwang.catalog.disclosure.ItemDisclosures.Disclosed;
import cn.yiwang.catalog.item.PublishedGuides;
import cn.yiwang.catalog.item.PublishedGuides.InForce;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Guides to read and to print, for everybody. */
@RestController
@RequestMapping("/api/v1/items/{itemCode}")
@Tag(name = "items")
class GuidePageController {

    /** Grows when the same guide is shown in another way. */
    private static final int EDITION = 2;

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** No script, nothing from elsewhere, and no style but ours. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(digest(GuidePage.STYLE));

    private final PublishedGuides guides;
    private final ItemDisclosures disclosures;
    private final PdfPages pages;
    private final URI base;

    GuidePageController(
            PublishedGuides guides,
            ItemDisclosures disclosures,
            PdfPages pages,
            @Value("${yiwang.public-base-url}") URI base) {
        if (base.getHost() == null) {
            throw new IllegalArgumentException(
                    "yiwang.public-base-url must be a complete address, such as https://host");
        }
        this.guides = guides;
        this.disclosures = disclosures;
        this.pages = pages;
        this.base = base;
    }

    @Operation(summary = "The guide in force as a page to read and to print")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @GetMapping(path = "/guide-page", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(@PathVariable String itemCode) {
        var guide = guides.today(itemCode);
        var documents = disclosures.about(itemCode);
        return ResponseEntity.ok()
                .eTag(etag(guide, documents, "h"))
                .cacheControl(CacheControl.noCache().cachePublic())
                .header("Content-Security-Policy", POLICY)
                .contentType(HTML)
                .body(html(guide, itemCode, documents).getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "The same page as PDF")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/guide-page.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String itemCode) {
        var guide = guides.today(itemCode);
        var documents = disclosures.about(itemCode);
        var etag = etag(guide, documents, "p");
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(itemCode + ".pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pages.of(etag, () -> html(guide, itemCode, documents)));
    }

    private String html(InForce guide, String itemCode, List<Disclosed> documents) {
        return GuidePage.html(
                guide.version().get(),
                UriComponentsBuilder.fromUri(base)
                        .path("/api/v1/items/{itemCode}/guide-page")
                        .encode()
                        .buildAndExpand(itemCode)
                        .toUriString(),
                documents);
    }

    /** Changes with the guide, with the documents around it, and with the way of showing them. */
    private static String etag(InForce guide, List<Disclosed> documents, String form) {
        return "\"%s-%08x-%s%d\"".formatted(guide.tag(), documents.hashCode(), form, EDITION);
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
